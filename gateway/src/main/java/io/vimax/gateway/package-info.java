/**
 * The one door of ViMax: signs people in, limits callers, routes {@code /api/v1} to the services, relays live events over a
 * WebSocket and serves the Studio. It owns no data; what it keeps in Redis may be lost at any time.
 */
@NullMarked
package io.vimax.gateway;

import org.jspecify.annotations.NullMarked;
