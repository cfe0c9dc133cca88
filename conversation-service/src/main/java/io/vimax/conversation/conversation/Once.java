package io.vimax.conversation.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a call that is repeated with its Idempotency-Key one call. */
@Component
class Once {

    private static final int LONGEST_KEY = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Once(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The id of what the first call with this key made, or the offered one if this is the first. A second call that comes while
     * the first is still under way waits for its end.
     *
     * @param call what is called, with the ids in its path
     * @throws ConversationException.KeyReused if the key came with another body
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID claim(UUID person, String call, @Nullable String key, String body, UUID offered) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ConversationException.KeyMissing();
        }
        String hash = sha256(body);
        int claimed = jdbc.sql("""
                        insert into call_once (user_id, call, key, body_hash, result, created_at)
                        values (:person, :call, :key, :hash, :result, :now) on conflict do nothing
                        """)
                .param("person", person)
                .param("call", call)
                .param("key", key)
                .param("hash", hash)
                .param("result", offered)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (claimed == 1) {
            return offered;
        }
        First first = jdbc.sql(
                        "select result, body_hash from call_once where user_id = :person and call = :call and key = :key")
                .param("person", person)
                .param("call", call)
                .param("key", key)
                .query(First.class)
                .single();
        if (!first.bodyHash().equals(hash)) {
            throw new ConversationException.KeyReused();
        }
        return first.result();
    }

    private record First(UUID result, String bodyHash) {}

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
