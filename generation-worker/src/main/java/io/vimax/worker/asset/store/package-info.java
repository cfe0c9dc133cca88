/**
 * Where contents lie: in a folder of this machine, or in a bucket of any S3. A content is known by its SHA-256, is complete before
 * it can be found, and never changes; so putting it twice is harmless, and a copy is as good as the original. Knows nothing of
 * people or assets.
 */
@NullMarked
package io.vimax.worker.asset.store;

import org.jspecify.annotations.NullMarked;
