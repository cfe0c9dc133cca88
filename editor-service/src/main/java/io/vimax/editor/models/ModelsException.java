package io.vimax.editor.models;

import java.io.IOException;
import java.util.List;

/** Why no model can be named. */
public abstract sealed class ModelsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ModelsException(String message) {
        super(message);
    }

    /** No model has this name, or it makes something else. */
    public static final class Unknown extends ModelsException {
        private static final long serialVersionUID = 1L;
        private final transient List<String> known;

        Unknown(String category, String name, List<String> known) {
            super("There is no %s model named %s. Known: %s.".formatted(category, name, String.join(", ", known)));
            this.known = List.copyOf(known);
        }

        public List<String> known() {
            return known;
        }
    }

    /** model-config-service is away and was never asked before. */
    public static final class Unavailable extends ModelsException {
        private static final long serialVersionUID = 1L;

        Unavailable() {
            super("The list of models cannot be read at the moment; try again shortly.");
            // Consumers of events wait for whatever an I/O failure is the cause of.
            initCause(new IOException("model-config-service is away"));
        }
    }
}
