package io.vimax.gateway.signin;

import io.vimax.gateway.problem.Problem;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who is signed in, and links to sign in with. */
@RestController
@RequestMapping("/api/v1/session")
class SessionController {

    private final SignInMode mode;
    private final Sessions sessions;
    private final SignInLinks links;

    SessionController(SignInMode mode, Sessions sessions, SignInLinks links) {
        this.mode = mode;
        this.sessions = sessions;
        this.links = links;
    }

    record SessionView(UUID userId, String name, List<String> roles, String mode) {}

    record LinkView(URI url, Instant expiresAt) {}

    @GetMapping
    SessionView session(ServerWebExchange exchange) {
        Person person = Person.of(exchange);
        return new SessionView(person.id(), person.name(), person.roleWords(), mode.word());
    }

    @DeleteMapping
    ResponseEntity<Void> signOut() {
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, sessions.end().toString())
                .build();
    }

    @PostMapping("/links")
    Mono<LinkView> makeLink(ServerWebExchange exchange) {
        Person person = Person.of(exchange);
        if (person.via() != Person.Via.COMMAND_LINE) {
            return Mono.error(Problem.of(
                    HttpStatus.FORBIDDEN,
                    "command-line-only",
                    "Only the command line makes links",
                    "Run ./vimax up for a new link."));
        }
        // The host was checked by the sign-in mode: it is a name of ours.
        String address = "http://" + exchange.getRequest().getHeaders().getFirst(HttpHeaders.HOST) + "/sign-in/";
        return links.make(person.id()).map(link -> new LinkView(URI.create(address + link.code()), link.expiresAt()));
    }
}
