package io.vimax.gateway.signin;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Who calls.
 *
 * @param name what the Studio shows
 * @param via by what the person was recognised
 */
public record Person(UUID id, String name, Set<Role> roles, Via via) implements Principal {

    private static final String ATTRIBUTE = Person.class.getName();

    /** By what a person was recognised. */
    public enum Via {
        /** A browser's session: the browser sends it by itself, so the origin of a change has to be checked. */
        COOKIE,
        /** A token that a program sends on purpose. */
        COMMAND_LINE
    }

    public Person {
        roles = Set.copyOf(roles);
    }

    /** The person of a request that needs one; the sign-in filter has refused all others. */
    public static Person of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }

    /** Whether the request has a person at all. */
    public static boolean isKnown(ServerWebExchange exchange) {
        return exchange.getAttributes().containsKey(ATTRIBUTE);
    }

    ServerWebExchange on(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
        return exchange.mutate().principal(Mono.just(this)).build();
    }

    /** The roles as services know them, in a fixed order. */
    public List<String> roleWords() {
        return roles.stream().sorted().map(Role::word).toList();
    }

    /** The id: names change. */
    @Override
    public String getName() {
        return id.toString();
    }
}
