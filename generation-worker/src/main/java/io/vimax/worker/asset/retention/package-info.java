/**
 * Throws away assets that nothing uses. Whether something does, only the editor knows: it is asked, again and again, and an asset goes
 * only when it is old, every answer for a long while was that nothing uses it, and no task that is not over names it. Without an
 * answer nothing goes. The order is row marked, content deleted, row deleted, each harmless when done again, so a crash between them
 * costs nothing, and replicas may do it side by side. Contents that never got a row go as well. Switched off unless told otherwise.
 */
@NullMarked
package io.vimax.worker.asset.retention;

import org.jspecify.annotations.NullMarked;
