package io.vimax.simulator;

import io.vimax.simulator.account.Account;
import io.vimax.simulator.chat.ChatAnswers;
import io.vimax.simulator.media.MediaStyle;
import io.vimax.simulator.model.Catalogue;
import io.vimax.simulator.model.LatencyProfile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator is to be. Begin with {@link #standard} and change what matters.
 *
 * @param host address to listen on; the admin paths ask for no key, so this is loopback unless a container wants otherwise
 * @param port 0 takes a free one
 * @param publicUrl address in links to results, without a path; null is that of host and port
 * @param seed the same seed and the same requests give the same ids, times and results
 * @param linkLife how long a link to a result can be used
 * @param ledgerFile gets every entry as a line of JSON; null for memory alone
 */
public record Configuration(
        String host,
        int port,
        @Nullable String publicUrl,
        Clock clock,
        long seed,
        List<Account> accounts,
        Catalogue catalogue,
        LatencyProfile latency,
        MediaStyle media,
        ChatAnswers chat,
        Duration linkLife,
        @Nullable Path ledgerFile) {

    public Configuration {
        accounts = List.copyOf(accounts);
    }

    /** A free port, no waiting, small media, links that live a day, and these accounts. */
    public static Configuration standard(Account... accounts) {
        return new Configuration(
                "127.0.0.1",
                0,
                null,
                Clock.systemUTC(),
                1,
                List.of(accounts),
                Catalogue.standard(),
                LatencyProfile.INSTANT,
                MediaStyle.PLAIN,
                ChatAnswers.plain(),
                Duration.ofDays(1),
                null);
    }

    public Configuration port(int number) {
        return new Configuration(
                host, number, publicUrl, clock, seed, accounts, catalogue, latency, media, chat, linkLife, ledgerFile);
    }

    public Configuration host(String address, @Nullable String url) {
        return new Configuration(
                address, port, url, clock, seed, accounts, catalogue, latency, media, chat, linkLife, ledgerFile);
    }

    public Configuration clock(Clock other) {
        return new Configuration(
                host, port, publicUrl, other, seed, accounts, catalogue, latency, media, chat, linkLife, ledgerFile);
    }

    public Configuration seed(long number) {
        return new Configuration(
                host, port, publicUrl, clock, number, accounts, catalogue, latency, media, chat, linkLife, ledgerFile);
    }

    public Configuration accounts(List<Account> all) {
        return new Configuration(
                host, port, publicUrl, clock, seed, all, catalogue, latency, media, chat, linkLife, ledgerFile);
    }

    public Configuration catalogue(Catalogue models) {
        return new Configuration(
                host, port, publicUrl, clock, seed, accounts, models, latency, media, chat, linkLife, ledgerFile);
    }

    public Configuration latency(LatencyProfile profile) {
        return new Configuration(
                host, port, publicUrl, clock, seed, accounts, catalogue, profile, media, chat, linkLife, ledgerFile);
    }

    public Configuration media(MediaStyle style) {
        return new Configuration(
                host, port, publicUrl, clock, seed, accounts, catalogue, latency, style, chat, linkLife, ledgerFile);
    }

    public Configuration chat(ChatAnswers answers) {
        return new Configuration(
                host, port, publicUrl, clock, seed, accounts, catalogue, latency, media, answers, linkLife, ledgerFile);
    }

    public Configuration linkLife(Duration life) {
        return new Configuration(
                host, port, publicUrl, clock, seed, accounts, catalogue, latency, media, chat, life, ledgerFile);
    }

    public Configuration ledgerFile(Path file) {
        return new Configuration(
                host, port, publicUrl, clock, seed, accounts, catalogue, latency, media, chat, linkLife, file);
    }
}
