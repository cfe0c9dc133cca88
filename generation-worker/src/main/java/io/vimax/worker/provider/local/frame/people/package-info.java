/**
 * Who and what is in a shot: figures with a gesture, faces, animals and things. A character's costume is a function of
 * the name and the episode's look, so that one recognises them from shot to shot; gestures and things are read from the
 * description, in English and Chinese.
 */
@NullMarked
package io.vimax.worker.provider.local.frame.people;

import org.jspecify.annotations.NullMarked;
