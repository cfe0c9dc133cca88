package io.vimax.bench.leases;

import java.util.List;
import redis.clients.jedis.UnifiedJedis;

/** {@code EVALSHA} of {@code return 1}: what any script costs at least. */
final class BareScript implements Limiter {

    private final UnifiedJedis redis;
    private final String sha;

    BareScript(UnifiedJedis redis) {
        this.redis = redis;
        this.sha = redis.scriptLoad("return 1");
    }

    @Override
    public String name() {
        return "bare EVALSHA";
    }

    @Override
    public boolean take(int number) {
        return Long.valueOf(1).equals(redis.evalsha(sha, List.of(), List.of()));
    }

    @Override
    public void close() {}
}
