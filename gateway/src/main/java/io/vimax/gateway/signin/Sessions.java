package io.vimax.gateway.signin;

import io.vimax.gateway.identity.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * A browser's session is a token in a cookie, signed by the gateway for itself, so that any replica reads it and none stores it.
 * Signing out therefore takes the cookie from the browser; a stolen copy would live until its end.
 */
@Component
class Sessions {

    static final String COOKIE = "vimax_session";

    private static final String AUDIENCE = "session";

    private final Tokens tokens;
    private final Duration life;

    Sessions(Tokens tokens, SignInProperties properties) {
        this.tokens = tokens;
        this.life = properties.session();
    }

    ResponseCookie begin(UUID personId) {
        return cookie(tokens.mint(personId, AUDIENCE, List.of(), life).jwt(), life);
    }

    ResponseCookie end() {
        return cookie("", Duration.ZERO);
    }

    Optional<UUID> personOf(ServerHttpRequest request) {
        HttpCookie cookie = request.getCookies().getFirst(COOKIE);
        return cookie == null ? Optional.empty() : tokens.subjectOf(cookie.getValue(), Tokens.GATEWAY, AUDIENCE);
    }

    private static ResponseCookie cookie(String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
    }
}
