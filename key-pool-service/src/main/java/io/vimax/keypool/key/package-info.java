/**
 * Registering, showing and retiring keys. A secret comes in once, is sealed at once and never leaves by the public API; what
 * people see of it is its first and last characters. The same secret is one key. Deleting is soft, so that the books stay whole.
 */
@NullMarked
package io.vimax.keypool.key;

import org.jspecify.annotations.NullMarked;
