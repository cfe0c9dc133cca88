package io.vimax.keypool.pool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** A Lua script beside this class behind the text they all share, run by its hash; loaded again when the server has forgotten it. */
final class Script {

    private static final String SHARED = read("pool.lua");

    private final UnifiedJedis redis;
    private final List<String> key;
    private final String source;
    private final AtomicReference<String> hash = new AtomicReference<>("");

    Script(UnifiedJedis redis, String key, String file) {
        this.redis = redis;
        this.key = List.of(key);
        this.source = SHARED + read(file);
    }

    Object run(List<String> arguments) {
        String known = hash.get();
        if (!known.isEmpty()) {
            try {
                return redis.evalsha(known, key, arguments);
            } catch (JedisNoScriptException e) {
                // A restarted or flushed server; loading is cheap and idempotent.
                hash.set("");
            }
        }
        String loaded = redis.scriptLoad(source, key.getFirst());
        hash.set(loaded);
        return redis.evalsha(loaded, key, arguments);
    }

    private static String read(String file) {
        try (InputStream text = Objects.requireNonNull(Script.class.getResourceAsStream(file), file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
