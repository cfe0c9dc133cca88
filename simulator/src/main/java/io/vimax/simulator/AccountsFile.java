package io.vimax.simulator;

import io.vimax.simulator.account.Account;
import io.vimax.simulator.account.AccountKey;
import io.vimax.simulator.account.RetryHint;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.limiter.Limit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Accounts in JSON; {@code docs/simulator.md} shows the form. */
final class AccountsFile {

    private AccountsFile() {}

    static List<Account> read(Path file) {
        try {
            return read(Json.read(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("The accounts file " + file + " cannot be read", e);
        }
    }

    /** @throws IllegalArgumentException in words, if something is missing or wrong */
    static List<Account> read(JsonNode file) {
        var accounts = new ArrayList<Account>();
        for (JsonNode account : file.path("accounts")) {
            accounts.add(account(account));
        }
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("There is no account in the list \"accounts\"");
        }
        return accounts;
    }

    private static Account account(JsonNode node) {
        String name = text(node, "name");
        String provider = text(node, "provider");
        if (ProviderSimulator.PROTOCOLS.stream().noneMatch(each -> each.name().equals(provider))) {
            throw new IllegalArgumentException(
                    "The account " + name + " is of " + provider + ", which is not simulated");
        }
        var keys = new ArrayList<AccountKey>();
        for (JsonNode key : node.path("keys")) {
            String usual = name + "/" + (keys.size() + 1);
            keys.add(
                    key.isString()
                            ? new AccountKey(usual, key.stringValue())
                            : new AccountKey(Json.string(key, "name").orElse(usual), text(key, "secret")));
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("The account " + name + " has no keys");
        }
        var limits = new ArrayList<Limit>();
        node.path("limits").forEach(limit -> limits.add(limit(limit, name)));
        return new Account(name, provider, keys, limits, hints(node.path("retry_hints")));
    }

    private static Limit limit(JsonNode node, String account) {
        String models = Json.string(node, "models").orElse(Limit.EACH_MODEL);
        String kind = text(node, "kind");
        return switch (kind) {
            case "requests_per_minute" ->
                new Limit.PerMinute(
                        models,
                        number(node, "max"),
                        Limit.Window.valueOf(
                                Json.string(node, "window").orElse("rolling").toUpperCase(Locale.ROOT)),
                        node.path("refusals_count").asBoolean(false));
            case "requests_per_day" ->
                new Limit.PerDay(
                        models,
                        number(node, "max"),
                        zone(Json.string(node, "zone").orElse("UTC")));
            case "in_flight" -> new Limit.InFlight(models, number(node, "max"));
            case "spend" ->
                new Limit.Spend(
                        Json.string(node, "models").orElse(Limit.ALL_MODELS),
                        node.path("micros").asLong());
            default ->
                throw new IllegalArgumentException("The account " + account + " has a limit " + kind
                        + "; there are requests_per_minute, requests_per_day, in_flight and spend");
        };
    }

    private static @Nullable Set<RetryHint> hints(JsonNode list) {
        if (!list.isArray()) {
            return null;
        }
        Set<RetryHint> hints = EnumSet.noneOf(RetryHint.class);
        list.forEach(hint -> hints.add(RetryHint.valueOf(hint.asString().toUpperCase(Locale.ROOT))));
        return hints;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("No zone " + name, e);
        }
    }

    /** Without secrets. */
    static ArrayNode list(List<Account> accounts) {
        ArrayNode list = Json.object().putArray("accounts");
        accounts.forEach(account -> {
            ObjectNode entry = list.addObject().put("name", account.name()).put("provider", account.provider());
            ArrayNode keys = entry.putArray("keys");
            account.keys().forEach(key -> keys.add(key.name()));
            ArrayNode limits = entry.putArray("limits");
            account.limits().forEach(limit -> limits.add(limit.toString()));
        });
        return list;
    }

    private static String text(JsonNode node, String field) {
        return Json.string(node, field)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(field + " is missing in " + node.propertyNames()));
    }

    private static int number(JsonNode node, String field) {
        return node.path(field).asIntOpt().orElseThrow(() -> new IllegalArgumentException(field + " must be a number"));
    }
}
