package io.vimax.worker.asset.preview;

import io.vimax.worker.asset.StoredFile;
import io.vimax.worker.media.SpriteLayout;
import org.jspecify.annotations.Nullable;

/**
 * One that was made.
 *
 * @param layout of a sprite sheet, else null
 */
record Preview(StoredFile file, @Nullable SpriteLayout layout) {}
