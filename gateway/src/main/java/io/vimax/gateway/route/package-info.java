/**
 * Which part answers which path, and in what shape a call reaches it: signed with the person's token, cleaned of what only
 * the outside says, bounded in size and time.
 */
@NullMarked
package io.vimax.gateway.route;

import org.jspecify.annotations.NullMarked;
