package io.vimax.keypool.pool;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vimax.keypool.limit.Limit;
import io.vimax.keypool.limit.PoolConfiguration;
import io.vimax.keypool.limit.Resets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A configuration in the words of pool.lua. The same configuration gives the same text, because the server tells what changed by
 * comparing it.
 */
final class ConfigurationText {

    private ConfigurationText() {}

    /** @param l limits by model: '' for all models together, '*' for any model that is not named */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scope(@Nullable UUID o, String z, Map<String, List<List<Object>>> l) {}

    /** @param t why the books do not see it as usable, or null */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Key(
            UUID s,
            int w,
            int p,
            @Nullable Set<String> m,
            @Nullable String t,
            Map<String, List<List<Object>>> l) {}

    record Zone(List<Long> d, List<Long> m) {}

    static Map<String, Object> of(PoolConfiguration configuration, Instant now) {
        Map<String, Object> text = new LinkedHashMap<>();
        for (ZoneId zone : zones(configuration)) {
            Resets resets = Resets.of(zone, now);
            text.put("z|" + zone, new Zone(millis(resets.days()), millis(resets.months())));
        }
        for (PoolConfiguration.Scope scope : configuration.scopes()) {
            text.put("s|" + scope.id(), new Scope(scope.owner(), scope.zone().toString(), byModel(scope.limits())));
        }
        for (PoolConfiguration.Key key : configuration.keys()) {
            text.put(
                    "k|" + key.id(),
                    new Key(
                            key.scopeId(),
                            key.weight(),
                            key.priority(),
                            key.models().isEmpty() ? null : new TreeSet<>(key.models()),
                            switch (key.state()) {
                                case YES -> null;
                                case REFUSED -> "key_invalid";
                                case NO_CREDIT -> "out_of_credit";
                            },
                            byModel(key.limits())));
        }
        return text;
    }

    /** The first moment (epoch ms) at which a zone has no boundary left. */
    static long horizon(PoolConfiguration configuration, Instant now) {
        return zones(configuration).stream()
                .mapToLong(zone -> Resets.of(zone, now).horizon().toEpochMilli())
                .min()
                .orElse(Long.MAX_VALUE / 4096);
    }

    private static Set<ZoneId> zones(PoolConfiguration configuration) {
        return configuration.scopes().stream()
                .map(PoolConfiguration.Scope::zone)
                .collect(Collectors.toCollection(
                        () -> new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()))));
    }

    private static List<Long> millis(List<Instant> moments) {
        return moments.stream().map(Instant::toEpochMilli).toList();
    }

    /** A model that is named gets its own limits and, for kinds it has none of, those of every model. */
    private static Map<String, List<List<Object>>> byModel(List<Limit> limits) {
        Map<String, List<List<Object>>> lists = new TreeMap<>();
        for (Limit limit : limits) {
            lists.computeIfAbsent(limit.model() == null ? "" : limit.model(), _ -> new ArrayList<>())
                    .add(List.of(limit.kind().word(), limit.most(), limit.kind().windowMs()));
        }
        List<Limit> every = limits.stream()
                .filter(limit -> Limit.EVERY.equals(limit.model()))
                .toList();
        lists.forEach((model, own) -> {
            if (!model.isEmpty() && !model.equals(Limit.EVERY)) {
                for (Limit limit : every) {
                    boolean named = limits.stream()
                            .anyMatch(it -> model.equals(it.model())
                                    && it.kind().reason().equals(limit.kind().reason()));
                    if (!named) {
                        own.add(List.of(
                                limit.kind().word(), limit.most(), limit.kind().windowMs()));
                    }
                }
            }
        });
        lists.values().forEach(list -> list.sort((a, b) -> a.toString().compareTo(b.toString())));
        return lists;
    }
}
