/**
 * Serves the web Studio from the class path: one document for every address of the Studio, assets that never change, and the
 * security headers of every response.
 */
@NullMarked
package io.vimax.gateway.studio;

import org.jspecify.annotations.NullMarked;
