package io.vimax.simulator.account;

/**
 * A key of an account.
 *
 * @param name stands for the key in the ledger and everywhere else
 * @param secret what the caller sends; shown nowhere
 */
public record AccountKey(String name, String secret) {

    @Override
    public String toString() {
        return "AccountKey[" + name + "]";
    }
}
