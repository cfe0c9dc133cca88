/**
 * The asset store: files by the SHA-256 of their content, and rows that say whose they are. A file is complete before its name
 * exists (temporary file, fsync, atomic move) and is never changed afterwards, so it may be cached for ever. Ids are per
 * generation: two people with the same content have two rows and one file.
 */
@NullMarked
package io.vimax.worker.asset;

import org.jspecify.annotations.NullMarked;
