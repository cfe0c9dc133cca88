/**
 * Says which assets no episode uses, for the worker, which keeps them and may throw away only those. Everything that an episode can
 * show or come back to counts as use: what is selected, takes that are not, hidden ones, films, cuts, checkpoints.
 */
@NullMarked
package io.vimax.editor.asset;

import org.jspecify.annotations.NullMarked;
