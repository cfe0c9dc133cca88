package io.vimax.editor.episode;

import java.util.List;
import java.util.UUID;

/** Why an episode cannot be had or changed. */
public abstract sealed class EpisodeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private EpisodeException(String message) {
        super(message);
    }

    /** There is none, or it is another person's: the answer is the same. */
    public static final class NotFound extends EpisodeException {
        private static final long serialVersionUID = 1L;

        public NotFound(UUID id) {
            super("There is no episode " + id + ".");
        }
    }

    /** A part of the episode is not there. */
    public static final class PartNotFound extends EpisodeException {
        private static final long serialVersionUID = 1L;

        /** @param what words for people, such as "scene" */
        public PartNotFound(String what, UUID id) {
            super("The episode has no " + what + " " + id + ".");
        }
    }

    /** The caller saw an older version than the one it wants to change. */
    public static final class Stale extends EpisodeException {
        private static final long serialVersionUID = 1L;
        public final long current;

        Stale(long current) {
            super("The episode was changed in the meantime and is now at version " + current + "; read it again.");
            this.current = current;
        }
    }

    /** The state cannot be reached now. */
    public static final class TransitionRefused extends EpisodeException {
        private static final long serialVersionUID = 1L;
        public final EpisodeState from;
        public final EpisodeState to;
        private final transient List<String> reasons;

        public TransitionRefused(EpisodeState from, EpisodeState to, List<String> reasons) {
            super(String.join(" ", reasons));
            this.from = from;
            this.to = to;
            this.reasons = List.copyOf(reasons);
        }

        public List<String> reasons() {
            return reasons;
        }
    }

    /** What is wanted cannot be done now, and the message says what to do first. */
    public static final class NotYet extends EpisodeException {
        private static final long serialVersionUID = 1L;

        public NotYet(String message) {
            super(message);
        }
    }
}
