package io.vimax.keypool.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The master keys that this replica knows, in the order of its configuration. */
@Component
class MasterKeys {

    private final SequencedMap<String, MasterKey> known = new LinkedHashMap<>();

    MasterKeys(VaultProperties properties, ObjectProvider<MasterKey> services) throws IOException {
        for (Path file : properties.masterKeyFiles()) {
            add(LocalMasterKey.of(Files.readAllBytes(file), file.toString()));
        }
        int place = 0;
        for (String value : properties.masterKeys()) {
            place++;
            add(LocalMasterKey.of(value.getBytes(StandardCharsets.US_ASCII), "VIMAX_MASTER_KEYS, entry " + place));
        }
        services.orderedStream().forEach(this::add);
        if (known.isEmpty()) {
            throw new IllegalStateException(
                    "There is no master key. Set VIMAX_MASTER_KEY_FILE to a file with 32 random bytes, or VIMAX_MASTER_KEYS.");
        }
    }

    private void add(MasterKey key) {
        known.put(key.id(), key);
    }

    MasterKey first() {
        return get(known.sequencedKeySet().getFirst());
    }

    Optional<MasterKey> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** @throws IllegalStateException naming the missing key */
    MasterKey get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("The master key " + id
                + " is not configured here; add its file to VIMAX_MASTER_KEY_FILE, after a comma."));
    }

    List<String> ids() {
        return List.copyOf(known.keySet());
    }
}
