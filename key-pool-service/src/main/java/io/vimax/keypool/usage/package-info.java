/** What was done with the keys: requests, successes, errors, cost; counted once per lease when it is settled. */
@NullMarked
package io.vimax.keypool.usage;

import org.jspecify.annotations.NullMarked;
