/**
 * Keys as people see them: the list with its filters, one key, and the calls that change them. What is shown of a secret is its
 * first and last characters. The state is that of the books together with what the pool knows of this moment.
 */
@NullMarked
package io.vimax.keypool.roster;

import org.jspecify.annotations.NullMarked;
