package io.vimax.bench.leases;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.redisson.Redisson;
import org.redisson.api.RRateLimiter;
import org.redisson.api.RateType;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** An {@code RRateLimiter} of Redisson for each key; the caller goes round the keys. */
final class RedissonLimiters implements Limiter {

    private final Setting setting;
    private final RedissonClient client;
    private final List<RRateLimiter> limiters;

    RedissonLimiters(String url, Setting setting) {
        this.setting = setting;
        var config = new Config();
        config.useSingleServer().setAddress(url);
        client = Redisson.create(config);
        String run = UUID.randomUUID().toString();
        limiters = IntStream.range(0, setting.keys())
                .mapToObj(key -> client.getRateLimiter("redisson:" + run + ":" + key))
                .toList();
        for (RRateLimiter limiter : limiters) {
            limiter.trySetRate(RateType.OVERALL, setting.perMinute(), Duration.ofMinutes(1));
        }
    }

    @Override
    public String name() {
        return "Redisson RRateLimiter";
    }

    @Override
    public boolean take(int number) {
        return limiters.get(setting.keyOf(number)).tryAcquire();
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
