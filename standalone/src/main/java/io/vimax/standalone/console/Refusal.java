package io.vimax.standalone.console;

/** Something that ViMax will not or cannot do, told in one sentence that says what to do. Never shown as a stack trace. */
public final class Refusal extends RuntimeException {
    /** The command line itself was wrong. */
    public static final int USAGE = 2;

    private final int exitCode;

    private Refusal(String sentence, int exitCode) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /** The request is fine, but this machine, this installation or the film stands in its way. */
    public static Refusal because(String sentence) {
        return new Refusal(sentence, 1);
    }

    /** The request itself is wrong. */
    public static Refusal usage(String sentence) {
        return new Refusal(sentence, USAGE);
    }

    public int exitCode() {
        return exitCode;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
