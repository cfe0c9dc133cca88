package io.vimax.modelconfig.model;

import java.util.List;

/** Why a call about models was refused. */
public abstract sealed class ModelException extends RuntimeException {

    private ModelException(String message) {
        super(message);
    }

    /** No row of that name. */
    public static final class Unknown extends ModelException {
        final List<String> known;

        public Unknown(String named, List<String> known) {
            super("There is no model named " + named + ".");
            this.known = List.copyOf(known);
        }
    }

    /** The model cannot do what is asked of it. */
    public static final class Unfit extends ModelException {
        final String model;

        public Unfit(String model, String why) {
            super(why);
            this.model = model;
        }
    }

    /** No category of that name. */
    static final class UnknownCategory extends ModelException {
        UnknownCategory(String named) {
            super("There is no category named " + named + "; known are chat, image, video, speech, music and render.");
        }
    }
}
