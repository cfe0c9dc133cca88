/**
 * The local animator: turns a storyboard frame into a clip. A frame that carries its spec is drawn again in layers, which
 * then move at different depths under an eased camera while rain, lamps, water and people live; any other picture gets a
 * camera move over the flat image. Frames are piped raw into FFmpeg.
 */
@NullMarked
package io.vimax.worker.provider.local.clip;

import org.jspecify.annotations.NullMarked;
