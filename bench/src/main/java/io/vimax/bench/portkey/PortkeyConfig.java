package io.vimax.bench.portkey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What a caller sends along with each call, to tell the gateway how to divide calls among keys. */
final class PortkeyConfig {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int RATE_LIMITED = 429;

    /** The most that its documentation allows. */
    private static final int MOST_RETRIES = 5;

    private final String address;
    private final List<Allowance> accounts;

    /** @param address of the provider, without {@code /v1} */
    PortkeyConfig(String address, List<Allowance> accounts) {
        this.address = address;
        this.accounts = List.copyOf(accounts);
    }

    /**
     * A key is drawn by weight; after a 429 the same key is tried again, after 1, 2, 4, 8 and 16 s. Its option to wait as long as the
     * provider says cannot be used: in the package on npm it ends such calls with 500, because a patch of its own is not in it.
     */
    String retries() {
        return JSON.writeValueAsString(Map.of(
                "strategy",
                Map.of("mode", "loadbalance"),
                "retry",
                Map.of("attempts", MOST_RETRIES, "on_status_codes", List.of(RATE_LIMITED)),
                "targets",
                accounts.stream()
                        .map(account -> with(target(account), account.perMinute()))
                        .toList()));
    }

    /** A key is drawn by weight; after a 429 the others are tried at once, those that allow most first. */
    String fallback() {
        return JSON.writeValueAsString(Map.of(
                "strategy",
                Map.of("mode", "loadbalance"),
                "targets",
                accounts.stream()
                        .map(account -> with(
                                Map.of(
                                        "strategy",
                                        Map.of("mode", "fallback", "on_status_codes", List.of(RATE_LIMITED)),
                                        "targets",
                                        Stream.concat(
                                                        Stream.of(account),
                                                        accounts.stream().filter(other -> !other.equals(account)))
                                                .map(this::target)
                                                .toList()),
                                account.perMinute()))
                        .toList()));
    }

    private Map<String, Object> target(Allowance account) {
        return Map.of("provider", "openai", "api_key", account.secret(), "custom_host", address + "/v1");
    }

    private static Map<String, Object> with(Map<String, Object> target, int weight) {
        Map<String, Object> weighted = new LinkedHashMap<>(target);
        weighted.put("weight", weight);
        return weighted;
    }
}
