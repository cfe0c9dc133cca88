package io.vimax.worker.asset;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Who knows what is used; not this service. */
public interface AssetUse {

    /**
     * Those of the ids that nothing uses; what is not in the answer is used, or not known.
     *
     * @throws RuntimeException if there is no answer
     */
    Set<UUID> unusedOf(Collection<UUID> ids);
}
