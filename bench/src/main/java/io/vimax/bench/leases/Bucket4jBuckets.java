package io.vimax.bench.leases;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.redis.jedis.Bucket4jJedis;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import redis.clients.jedis.UnifiedJedis;

/** A bucket of bucket4j for each key, kept in Redis by compare and swap; the caller goes round the keys. */
final class Bucket4jBuckets implements Limiter {

    private final Setting setting;
    private final List<BucketProxy> buckets;

    Bucket4jBuckets(UnifiedJedis redis, Setting setting) {
        this.setting = setting;
        var configuration = BucketConfiguration.builder()
                .addLimit(limit ->
                        limit.capacity(setting.perMinute()).refillGreedy(setting.perMinute(), Duration.ofMinutes(1)))
                .build();
        var manager = Bucket4jJedis.casBasedBuilder(redis).build();
        String run = UUID.randomUUID().toString();
        buckets = IntStream.range(0, setting.keys())
                .mapToObj(key -> manager.builder()
                        .build(("bucket4j:" + run + ":" + key).getBytes(StandardCharsets.UTF_8), () -> configuration))
                .toList();
    }

    @Override
    public String name() {
        return "bucket4j-jedis";
    }

    @Override
    public boolean take(int number) {
        return buckets.get(setting.keyOf(number)).tryConsume(1);
    }

    @Override
    public void close() {}
}
