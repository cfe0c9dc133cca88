package io.vimax.editor.generation;

import java.util.UUID;

/** Why a generation cannot be had or changed. */
public abstract sealed class GenerationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private GenerationException(String message) {
        super(message);
    }

    /** There is none, or it is another person's. */
    public static final class NotFound extends GenerationException {
        private static final long serialVersionUID = 1L;

        public NotFound(UUID id) {
            super("There is no generation " + id + ".");
        }
    }

    /** It is still under way, or its result lies ready. */
    public static final class NothingToRetry extends GenerationException {
        private static final long serialVersionUID = 1L;

        public NothingToRetry(GenerationState state) {
            super("The generation is " + state.word() + "; only a failed or cancelled one can be asked for again.");
        }
    }

    /** The same work is under way for the same unit. */
    public static final class AlreadyUnderWay extends GenerationException {
        private static final long serialVersionUID = 1L;

        public AlreadyUnderWay(UUID episodeId) {
            super("This is already under way for episode " + episodeId + "; wait for it or cancel it.");
        }
    }
}
