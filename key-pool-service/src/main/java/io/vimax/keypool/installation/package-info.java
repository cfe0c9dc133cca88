/**
 * What the installation brings along at its start: the key of the provider that needs none, and keys from the environment for
 * deployments that configure everything there.
 */
@NullMarked
package io.vimax.keypool.installation;

import org.jspecify.annotations.NullMarked;
