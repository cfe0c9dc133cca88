package io.vimax.gateway.startup;

/** The gateway does not start as it is configured. */
public final class RefusedStart extends RuntimeException {

    private final String action;

    /**
     * @param reason one sentence: what is wrong
     * @param action one sentence: what to do
     */
    public RefusedStart(String reason, String action) {
        super(reason);
        this.action = action;
    }

    String action() {
        return action;
    }
}
