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

    /** Nobody knows whether the provider took the unit's newest generation; until the person decides, nothing is sent for it. */
    public static final class DecisionNeeded extends GenerationException {
        private static final long serialVersionUID = 1L;
        private final UUID undecided;

        public DecisionNeeded(Generation generation) {
            super(generation.target().label()
                    + " waits for your decision: nobody knows whether the provider took its last job."
                    + " Send it again or give it up first.");
            this.undecided = generation.id();
        }

        UUID undecided() {
            return undecided;
        }
    }

    /** There is nothing to decide. */
    public static final class NotAmbiguous extends GenerationException {
        private static final long serialVersionUID = 1L;
        private final GenerationState state;

        public NotAmbiguous(GenerationState state) {
            super(
                    "The generation is " + state.word()
                            + "; only of an ambiguous one, of which nobody knows whether the provider took it, can be decided.");
            this.state = state;
        }

        GenerationState state() {
            return state;
        }
    }

    /** The person decided otherwise before. */
    public static final class AlreadyDecided extends GenerationException {
        private static final long serialVersionUID = 1L;
        private final Decision decision;

        public AlreadyDecided(Decision decision) {
            super("It was decided " + decision.past() + " already, and that is done.");
            this.decision = decision;
        }

        Decision decision() {
            return decision;
        }
    }

    /** What it was for is not in the script any more. */
    public static final class UnitGone extends GenerationException {
        private static final long serialVersionUID = 1L;

        public UnitGone(Target target) {
            super(target.label() + " is not in the script any more, so it cannot be sent again; give it up.");
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
