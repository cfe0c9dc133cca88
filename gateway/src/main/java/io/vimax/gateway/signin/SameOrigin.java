package io.vimax.gateway.signin;

import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Whether a request was made by our own pages. A browser adds the session to whatever a page of the same site asks, and for
 * cookies every port of a machine is the same site; so a change, or a live connection, has to name our own origin.
 */
final class SameOrigin {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private SameOrigin() {}

    static boolean allows(ServerHttpRequest request, Person.Via via) {
        boolean webSocket = "websocket".equalsIgnoreCase(request.getHeaders().getUpgrade());
        if (SAFE.contains(request.getMethod()) && !webSocket) {
            return true;
        }
        String origin = request.getHeaders().getOrigin();
        if (origin != null) {
            return isOurs(origin, request.getHeaders());
        }
        return switch (via) {
            case COOKIE -> "same-origin".equals(request.getHeaders().getFirst("Sec-Fetch-Site"));
            case COMMAND_LINE -> true;
        };
    }

    /** Compares names and ports only: in front of us a proxy may have ended TLS. */
    private static boolean isOurs(String origin, HttpHeaders headers) {
        try {
            URI uri = URI.create(origin);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http
                    && uri.getRawAuthority() != null
                    && uri.getRawAuthority().equalsIgnoreCase(headers.getFirst(HttpHeaders.HOST));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
