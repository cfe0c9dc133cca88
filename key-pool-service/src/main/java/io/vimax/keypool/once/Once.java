package io.vimax.keypool.once;

import io.vimax.keypool.vault.Vault;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a call that is repeated with its Idempotency-Key one call. What is kept of a body is its digest under a key of the vault,
 * because a body may carry a secret.
 */
@Component
public class Once {

    private static final int LONGEST_KEY = 200;
    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    Once(JdbcClient jdbc, Vault vault, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The id of what the first call with this key made, or empty if this is the first, which then makes what the offered id
     * names. A second call that comes while the first is under way waits for its end. A call without a key is always the first.
     *
     * @param call what is called, with the ids in its path
     * @param body anything that JSON can be made of
     * @throws OnceException if the key is too long or came with another body
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> earlier(UUID person, String call, @Nullable String key, Object body, UUID offered) {
        if (key == null) {
            return Optional.empty();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new OnceException.Unusable(LONGEST_KEY);
        }
        String digest = vault.digest(json.writeValueAsString(body));
        int claimed = jdbc.sql("""
                        insert into call_once (user_id, call, key, body_hash, result, created_at)
                        values (:person, :call, :key, :digest, :result, :now) on conflict do nothing""")
                .param("person", person)
                .param("call", call)
                .param("key", key)
                .param("digest", digest)
                .param("result", offered)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (claimed == 1) {
            return Optional.empty();
        }
        First first = jdbc.sql(
                        "select result, body_hash from call_once where user_id = :person and call = :call and key = :key")
                .param("person", person)
                .param("call", call)
                .param("key", key)
                .query(First.class)
                .single();
        if (!first.bodyHash().equals(digest)) {
            throw new OnceException.Reused();
        }
        return Optional.of(first.result());
    }

    @Scheduled(fixedDelay = 600_000)
    void forget() {
        jdbc.sql("delete from call_once where created_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private record First(UUID result, String bodyHash) {}
}
