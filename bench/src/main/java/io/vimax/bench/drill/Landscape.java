package io.vimax.bench.drill;

import io.vimax.bench.replica.KeyPoolSystem;
import io.vimax.bench.replica.KeyPoolSystem.NewKey;
import io.vimax.bench.replica.KeyPoolSystem.NewLimit;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The accounts of a drill: some count any 60 seconds, some the minutes of the clock, some only what runs at once.
 *
 * @param perMinute calls of one account for one model; 0 for no such limit
 * @param calendar whether it counts the minutes of the clock
 * @param share of the workers' wishes, in percent
 */
record Landscape(String service, int accounts, int keysEach, int inFlight, int perMinute, boolean calendar, int share) {

    static final List<String> MODELS = List.of("small", "large");

    static final List<Landscape> ALL = List.of(
            new Landscape("openai", 4, 2, 3, 40, false, 30),
            new Landscape("google", 3, 1, 2, 30, true, 20),
            new Landscape("ark", 3, 2, 4, 0, false, 50));

    static void create(KeyPoolSystem system) throws IOException, InterruptedException, SQLException {
        List<NewKey> keys = new ArrayList<>();
        for (Landscape land : ALL) {
            for (int account = 0; account < land.accounts(); account++) {
                String scope = land.service() + " account " + account;
                IntStream.range(0, land.keysEach())
                        .forEach(_ -> keys.add(
                                new NewKey(land.service(), scope, "sk-" + UUID.randomUUID(), null, List.of())));
            }
        }
        system.add(keys);
        for (Landscape land : ALL) {
            List<NewLimit> limits = new ArrayList<>();
            limits.add(new NewLimit(null, "in_flight", "now", land.inFlight()));
            if (land.perMinute() > 0) {
                limits.add(new NewLimit(
                        "*", "requests_per_minute", land.calendar() ? "calendar" : "rolling", land.perMinute()));
            }
            system.limit(land.service(), limits);
        }
    }

    static Landscape of(String service) {
        return ALL.stream()
                .filter(it -> it.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    /** Picks by share. */
    static Landscape at(int percent) {
        int sum = 0;
        for (Landscape land : ALL) {
            sum += land.share();
            if (percent < sum) {
                return land;
            }
        }
        return ALL.getLast();
    }
}
