package io.vimax.keypool.access;

import java.util.Set;
import java.util.UUID;

/**
 * The signed-in person who makes a call; controllers take it as a parameter.
 *
 * @param roles lower-case words: creator, operator, admin
 */
public record Person(UUID id, Set<String> roles) {

    /** Looks after the keys of the installation. */
    public boolean operates() {
        return roles.contains("operator") || administers();
    }

    public boolean administers() {
        return roles.contains("admin");
    }
}
