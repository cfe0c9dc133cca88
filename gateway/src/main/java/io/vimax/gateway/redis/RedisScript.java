package io.vimax.gateway.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** A Lua script that lies beside its caller. It is sent by its hash; a server that does not know it yet gets the text once. */
public final class RedisScript {

    private final RedisClient redis;
    private final String text;
    private final String hash;

    /**
     * @param name file name in the package of the caller
     */
    public RedisScript(RedisClient redis, String name, Class<?> caller) {
        this.redis = redis;
        try {
            this.text = new ClassPathResource(name, caller).getContentAsString(StandardCharsets.UTF_8);
            // Redis names a script by the SHA-1 of its text.
            this.hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs the script; blocks for one round trip. */
    public @Nullable Object run(List<String> keys, List<String> arguments) {
        try {
            return redis.evalsha(hash, keys, arguments);
        } catch (JedisNoScriptException e) {
            return redis.eval(text, keys, arguments);
        }
    }
}
