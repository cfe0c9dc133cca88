package io.vimax.simulator.desk;

/** Ends a call with a refusal, from however deep in the reading of it. */
public final class CallRefused extends RuntimeException {

    private final transient Refusal refusal;

    public CallRefused(Refusal refusal) {
        // No trace: thousands of these in a second are the simulator's daily work.
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    public static CallRefused unacceptable(String field, String message) {
        return new CallRefused(new Refusal.Unacceptable(field, message));
    }
}
