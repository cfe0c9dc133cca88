package io.vimax.simulator.delivery;

import io.vimax.simulator.account.Account;
import io.vimax.simulator.scenario.Strikes;
import java.time.Instant;

/**
 * A result that can be read. Its bytes are made when somebody reads them, so that a job whose result nobody fetches costs
 * nothing.
 *
 * @param keyNeeded whether only a key of the account opens it
 */
public record ResultFile(
        String id,
        Account account,
        String model,
        String job,
        String contentType,
        boolean keyNeeded,
        Instant expires,
        Strikes strikes,
        Content content) {

    /** Makes the bytes, the same each time. */
    @FunctionalInterface
    public interface Content {
        byte[] bytes() throws InterruptedException;
    }
}
