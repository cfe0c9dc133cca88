/**
 * Small files that every replica must find, whichever machine wrote them: the answers of providers that were paid for and not stored
 * yet. Where replicas share a disk they find them there; otherwise they lie in the bucket.
 */
@NamedInterface("shared")
@NullMarked
package io.vimax.worker.asset.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
