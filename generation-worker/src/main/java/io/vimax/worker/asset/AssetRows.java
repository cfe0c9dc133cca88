package io.vimax.worker.asset;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The rows of the table {@code asset}. */
interface AssetRows extends Repository<Asset, UUID> {

    Asset save(Asset asset);

    Optional<Asset> findById(UUID id);
}
