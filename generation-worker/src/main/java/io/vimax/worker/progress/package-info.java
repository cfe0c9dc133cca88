/**
 * What people see while work is under way: where it stands, whether that was measured or estimated, and how long it will take by
 * our own history. Reports are coalesced and dropped when they cannot be sent at once; work never waits for them.
 */
@NullMarked
package io.vimax.worker.progress;

import org.jspecify.annotations.NullMarked;
