package io.vimax.keypool.lease;

import io.vimax.keypool.key.KeyRing;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What keys open, kept in memory only and for minutes, so that a grant costs no unsealing. A key's row has a new version whenever its
 * secret or address changes, and then what was kept is not used any more.
 */
@Component
class OpenedKeys {

    private final KeyRing keys;
    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    OpenedKeys(KeyRing keys) {
        this.keys = keys;
    }

    record Opened(@Nullable String secret, @Nullable String baseUrl) {

        @Override
        public String toString() {
            return "Opened[hidden]";
        }
    }

    private record Kept(long version, Opened opened) {

        @Override
        public String toString() {
            return "Kept[" + version + "]";
        }
    }

    Opened open(UUID key, long version) {
        Kept found = kept.get(key);
        if (found != null && found.version() == version) {
            return found.opened();
        }
        var opened = new Opened(keys.secretOf(key), keys.baseUrlOf(key));
        kept.put(key, new Kept(version, opened));
        return opened;
    }

    /** Secrets of keys that nobody uses any more do not stay in memory. */
    @Scheduled(fixedDelay = 300_000)
    void forget() {
        kept.clear();
    }
}
