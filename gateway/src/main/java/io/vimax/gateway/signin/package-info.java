/**
 * Who calls. A session cookie or a token of the command line names a person; everything under {@code /api} needs one. The local
 * mode knows one owner and serves this machine only; another mode is another {@code SignInMode}.
 */
@NullMarked
package io.vimax.gateway.signin;

import org.jspecify.annotations.NullMarked;
