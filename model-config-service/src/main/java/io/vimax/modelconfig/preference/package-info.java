/** Which models a person works with. Who has chosen nothing works with the local ones, which need no key. */
@NullMarked
package io.vimax.modelconfig.preference;

import org.jspecify.annotations.NullMarked;
