package io.vimax.keypool.usage;

import java.math.BigDecimal;

record Money(BigDecimal amount, String currency) {

    private static final int MICROS_DIGITS = 6;

    static Money ofMicros(long micros) {
        BigDecimal amount = BigDecimal.valueOf(micros, MICROS_DIGITS).stripTrailingZeros();
        return new Money(amount.scale() < 0 ? amount.setScale(0) : amount, "USD");
    }
}
