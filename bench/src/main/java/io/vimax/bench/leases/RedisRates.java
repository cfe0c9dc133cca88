package io.vimax.bench.leases;

import io.vimax.standalone.bench.Figures.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import redis.clients.jedis.UnifiedJedis;

/** Calls a second straight at the Redis layer, of one limiter after the other on the same Redis. */
final class RedisRates {

    private static final int CHUNK = 4_000;
    private static final int CHUNKS = 4;
    private static final int WARM_UP = 2;

    private final UnifiedJedis redis;
    private final String url;
    private final Crew crew;
    private final int rounds;

    RedisRates(UnifiedJedis redis, String url, Crew crew, int rounds) {
        this.redis = redis;
        this.url = url;
        this.crew = crew;
        this.rounds = rounds;
    }

    /** @param settle leases ended in a second; 0 for those who know no end */
    record Rate(double take, double settle) {}

    /** The medians of the rounds. */
    record Rates(Rate ours, Rate bucket4j, Rate redisson, Rate bare) {}

    Rates measure(Setting setting) throws IOException, InterruptedException {
        return new Rates(
                median(setting, it -> new OurPool(redis, it)),
                median(setting, it -> new Bucket4jBuckets(redis, it)),
                median(setting, it -> new RedissonLimiters(url, it)),
                median(setting, _ -> new BareScript(redis)));
    }

    private Rate median(Setting setting, Function<Setting, Limiter> made) throws IOException, InterruptedException {
        List<Double> taken = new ArrayList<>();
        List<Double> settled = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            redis.flushDB();
            try (Limiter limiter = made.apply(setting)) {
                Rate rate = rate(limiter);
                taken.add(rate.take());
                settled.add(rate.settle());
            }
        }
        return new Rate(new Series("take", taken).median(), new Series("settle", settled).median());
    }

    private Rate rate(Limiter limiter) throws IOException, InterruptedException {
        long taking = 0;
        long settling = 0;
        for (int chunk = 0; chunk < WARM_UP + CHUNKS; chunk++) {
            int first = chunk * CHUNK;
            long took = crew.run(CHUNK, number -> {
                if (!limiter.take(first + number)) {
                    throw new IllegalStateException(limiter.name() + " refused what its limit allows");
                }
            });
            long ended = limiter instanceof OurPool ours ? crew.run(CHUNK, _ -> ours.settleOne()) : 0;
            if (chunk >= WARM_UP) {
                taking += took;
                settling += ended;
            }
        }
        double calls = (double) CHUNKS * CHUNK;
        return new Rate(calls * 1e9 / taking, settling == 0 ? 0 : calls * 1e9 / settling);
    }
}
