package io.vimax.worker.task;

import io.vimax.worker.asset.StoredFile;
import io.vimax.worker.provider.Product;
import java.util.UUID;

/** A product that lies in the asset store, with the id that it is served under. */
public record Kept(UUID assetId, Product product, StoredFile file) {}
