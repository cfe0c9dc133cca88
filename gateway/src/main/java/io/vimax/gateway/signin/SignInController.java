package io.vimax.gateway.signin;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where a one-time link leads: into the Studio, or to a page that says how to get a new link. */
@RestController
class SignInController {

    /** A path of our own: a second slash, or a backslash, which browsers take for one, would lead to another host. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\w\\-./?=&%~:,+]*");

    private static final String USED_UP = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>This link is used up · ViMax Studio</title>
            <style>
              :root { color-scheme: light dark }
              body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 20vh auto; padding: 0 1rem }
            </style>
            <main>
              <h1>This link is used up</h1>
              <p>A sign-in link works once, for ten minutes. Run <code>./vimax up</code> or <code>./vimax demo</code>
              for a new link.</p>
            </main>
            </html>
            """;

    private final SignInMode mode;
    private final Sessions sessions;
    private final SignInLinks links;

    SignInController(SignInMode mode, Sessions sessions, SignInLinks links) {
        this.mode = mode;
        this.sessions = sessions;
        this.links = links;
    }

    /** Not for HEAD: who only looks must not use the link up. */
    @RequestMapping(path = "/sign-in/{code}", method = RequestMethod.GET)
    Mono<ResponseEntity<String>> signIn(
            @PathVariable String code, @RequestParam(required = false) @Nullable String next, HttpMethod method) {
        if (!method.equals(HttpMethod.GET)) {
            return Mono.just(ResponseEntity.noContent().build());
        }
        return links.use(code)
                .map(id -> id.flatMap(it -> mode.person(it, Person.Via.COOKIE)))
                .map(person -> answer(person.map(Person::id), next));
    }

    private ResponseEntity<String> answer(Optional<UUID> personId, @Nullable String next) {
        return personId.map(id -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.SET_COOKIE, sessions.begin(id).toString())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .location(URI.create(
                                next != null && OWN_PATH.matcher(next).matches() ? next : "/"))
                        .<String>build())
                .orElseGet(() -> ResponseEntity.status(HttpStatus.GONE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .contentType(MediaType.TEXT_HTML)
                        .body(USED_UP));
    }
}
