package io.vimax.gateway.signin;

import io.vimax.gateway.identity.Tokens;
import io.vimax.gateway.problem.Problem;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets a request pass if it is meant for us and, where the path needs it, comes from a person we know. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class SignInFilter implements WebFilter {

    private static final String BEARER = "Bearer ";

    private final SignInMode mode;
    private final Sessions sessions;
    private final Tokens tokens;

    SignInFilter(SignInMode mode, Sessions sessions, Tokens tokens) {
        this.mode = mode;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!mode.answersTo(hostName(request))) {
            return Mono.error(Problem.of(
                    HttpStatus.FORBIDDEN,
                    "wrong-host",
                    "Not meant for this host",
                    "Open the Studio by its own address, such as http://127.0.0.1:8080."));
        }
        if (!needsPerson(request.getPath().value())) {
            return chain.filter(exchange);
        }
        Optional<Person> person = personOf(request);
        if (person.isEmpty()) {
            return Mono.error(signedOut());
        }
        if (!SameOrigin.allows(request, person.get().via())) {
            return Mono.error(Problem.of(
                    HttpStatus.FORBIDDEN,
                    "foreign-origin",
                    "Asked by another site",
                    "Only the Studio itself may ask for this in the browser."));
        }
        boolean operations = request.getPath().value().startsWith("/actuator");
        if (operations && !person.get().roles().contains(Role.OPERATOR)) {
            return Mono.error(
                    Problem.of(HttpStatus.FORBIDDEN, "forbidden", "Not allowed", "Only an operator may read this."));
        }
        return chain.filter(person.get().on(exchange));
    }

    private static @Nullable String hostName(ServerHttpRequest request) {
        InetSocketAddress host = request.getHeaders().getHost();
        return host == null ? null : host.getHostString();
    }

    private static boolean needsPerson(String path) {
        return isBelow(path, "/api") || (isBelow(path, "/actuator") && !isBelow(path, "/actuator/health"));
    }

    private static boolean isBelow(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    private Optional<Person> personOf(ServerHttpRequest request) {
        String authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return sessions.personOf(request).flatMap(id -> mode.person(id, Person.Via.COOKIE));
        }
        // A program that sends a token means it: a bad one does not fall back to the browser's session.
        Optional<UUID> id = authorization.startsWith(BEARER)
                ? tokens.subjectOf(authorization.substring(BEARER.length()), Tokens.COMMAND_LINE, Tokens.GATEWAY)
                : Optional.empty();
        return id.flatMap(it -> mode.person(it, Person.Via.COMMAND_LINE));
    }

    private static Problem signedOut() {
        return Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "signed-out",
                        "Signed out",
                        "Run ./vimax up and open the link that it prints.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
}
