/**
 * Lists of keys, as JSON or CSV. A list is read first, and every line of it judged, without any key being written; what may be
 * taken lies sealed for a quarter of an hour. Taking it is a second call, which takes all or nothing, or what is right. What is
 * said about a line names its place and what to do, never what stood there, because it may be a secret in the wrong column.
 */
@NullMarked
package io.vimax.keypool.intake;

import org.jspecify.annotations.NullMarked;
