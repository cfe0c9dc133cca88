package io.vimax.editor.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Money as clients see it: a decimal string, so that no client rounds it. */
public record Money(String amount, String currency) {

    public static final String USD = "USD";
    private static final int MICRO_DIGITS = 6;

    /** At least two digits after the point, more where cents are too coarse. */
    public static Money ofMicros(long micros) {
        BigDecimal exact = BigDecimal.valueOf(micros, MICRO_DIGITS).stripTrailingZeros();
        return new Money(
                exact.setScale(Math.max(2, exact.scale()), RoundingMode.UNNECESSARY)
                        .toPlainString(),
                USD);
    }

    /**
     * Whole micro-USD.
     *
     * @throws ArithmeticException if it has finer digits or does not fit
     * @throws NumberFormatException if the amount is no number
     */
    public long micros() {
        return new BigDecimal(amount).movePointRight(MICRO_DIGITS).longValueExact();
    }
}
