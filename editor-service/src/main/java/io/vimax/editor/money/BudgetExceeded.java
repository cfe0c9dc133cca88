package io.vimax.editor.money;

/** A start would pass the budget of the episode. Nothing was sent. */
public final class BudgetExceeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public final long limitMicros;
    public final long committedMicros;
    public final long neededMicros;

    BudgetExceeded(long limitMicros, long committedMicros, long neededMicros) {
        super(
                "This would cost %s more; %s of the budget of %s is spent or under way. Raise the budget or start less at once."
                        .formatted(usd(neededMicros), usd(committedMicros), usd(limitMicros)));
        this.limitMicros = limitMicros;
        this.committedMicros = committedMicros;
        this.neededMicros = neededMicros;
    }

    private static String usd(long micros) {
        return "$" + Money.ofMicros(micros).amount();
    }
}
