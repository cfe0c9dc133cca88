/**
 * The gateway's own key and whom it trusts. The gateway signs two kinds of tokens with one key: sessions, which only it reads,
 * and short tokens for the services, which tell them who calls. From others it accepts the command line's tokens only.
 */
@NullMarked
package io.vimax.gateway.identity;

import org.jspecify.annotations.NullMarked;
