package io.vimax.gateway.signin;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How people come to be known. One mode is active; it decides whom a valid token speaks for. */
interface SignInMode {

    /** As the API names it. */
    String word();

    /** Whether a request for this host is meant for us; host is the name of the Host header without its port. */
    boolean answersTo(@Nullable String host);

    /** The person of a valid session or token; empty when this installation does not know the person. */
    Optional<Person> person(UUID id, Person.Via via);
}
