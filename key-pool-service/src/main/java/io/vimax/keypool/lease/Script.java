package io.vimax.keypool.lease;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.io.ClassPathResource;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** A Lua script beside this class, run by its hash; loaded again when the server has forgotten it. */
final class Script {

    private final UnifiedJedis redis;
    private final String source;
    private final AtomicReference<String> hash = new AtomicReference<>("");

    Script(UnifiedJedis redis, String file) {
        this.redis = redis;
        try {
            this.source = new ClassPathResource(file, Script.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Object run(String key, String... arguments) {
        String known = hash.get();
        if (!known.isEmpty()) {
            try {
                return redis.evalsha(known, List.of(key), List.of(arguments));
            } catch (JedisNoScriptException e) {
                // A restarted or flushed server; loading is cheap and idempotent.
                hash.set("");
            }
        }
        String loaded = redis.scriptLoad(source, key);
        hash.set(loaded);
        return redis.evalsha(loaded, List.of(key), List.of(arguments));
    }
}
