package io.vimax.simulator.account;

import io.vimax.simulator.limiter.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One account of one provider.
 *
 * @param provider yunwu, openai, google or ark
 * @param hints how refusals say when to come back; null is the way of the provider
 */
public record Account(
        String name,
        String provider,
        List<AccountKey> keys,
        List<Limit> limits,
        @Nullable Set<RetryHint> hints) {

    public Account {
        keys = List.copyOf(keys);
        limits = List.copyOf(limits);
        hints = hints == null ? null : Set.copyOf(hints);
    }

    /** An account without limits whose keys are named {@code account/1}, {@code account/2} and so on. */
    public static Account of(String provider, String name, String... secrets) {
        List<AccountKey> keys = IntStream.range(0, secrets.length)
                .mapToObj(i -> new AccountKey(name + "/" + (i + 1), secrets[i]))
                .toList();
        return new Account(name, provider, keys, List.of(), null);
    }

    /** The same with one more limit. */
    public Account limited(Limit limit) {
        var more = new ArrayList<>(limits);
        more.add(limit);
        return new Account(name, provider, keys, more, hints);
    }

    public Account hinting(RetryHint... ways) {
        return new Account(name, provider, keys, limits, Set.of(ways));
    }
}
