package io.vimax.keypool.live;

import io.vimax.keypool.pool.KeyView;
import io.vimax.keypool.pool.Pool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Looks keys up in their pools. */
@Component
public class LiveKeys {

    private static final Logger log = LoggerFactory.getLogger(LiveKeys.class);

    private final UnifiedJedis redis;
    private final Map<String, Pool> pools = new ConcurrentHashMap<>();

    LiveKeys(UnifiedJedis redis) {
        this.redis = redis;
    }

    /**
     * What is known of the keys; the first failure ends the looking, so that a Redis that is away costs one time limit and not one
     * per key.
     *
     * @param keys ids with the words of their services
     */
    public Map<UUID, KeyView> look(Map<UUID, String> keys) {
        Map<UUID, KeyView> found = new HashMap<>();
        try {
            keys.forEach((id, service) -> pools.computeIfAbsent(service, name -> new Pool(redis, name))
                    .look(id, List.of())
                    .ifPresent(view -> found.put(id, view)));
        } catch (JedisException e) {
            log.debug("Redis does not say how keys are: {}", e.toString());
        }
        return found;
    }
}
