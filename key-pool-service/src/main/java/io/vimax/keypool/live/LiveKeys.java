package io.vimax.keypool.live;

import io.vimax.keypool.pool.KeyView;
import io.vimax.keypool.pool.LivePools;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks keys up in their pools. */
@Component
public class LiveKeys {

    private static final Logger log = LoggerFactory.getLogger(LiveKeys.class);

    private final LivePools pools;

    LiveKeys(LivePools pools) {
        this.pools = pools;
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
            keys.forEach((id, service) ->
                    pools.ask(service, pool -> pool.look(id, List.of())).ifPresent(view -> found.put(id, view)));
        } catch (LivePools.Away e) {
            log.debug("Redis does not say how keys are: {}", e.toString());
        }
        return found;
    }
}
