package io.vimax.keypool.roster;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class NoLiveStates implements KeyLiveStates {

    @Override
    public Map<UUID, Cooling> cooling(Collection<UUID> keys) {
        return Map.of();
    }
}
