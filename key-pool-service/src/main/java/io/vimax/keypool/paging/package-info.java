/** Lists in pages. A cursor names the last entry that was shown, so that what is added or removed meanwhile shifts nothing. */
@NullMarked
package io.vimax.keypool.paging;

import org.jspecify.annotations.NullMarked;
