package io.vimax.gateway.signin;

import java.util.Locale;

/** What a person may do. Services know the roles by their lower-case words. */
public enum Role {
    /** Makes films. */
    CREATOR,
    /** Looks after keys and workers; sees no films of others. */
    OPERATOR,
    /** Changes what models exist and who may do what. */
    ADMIN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
