package io.vimax.bench.leases;

/** Something that says whether a call may be made now. Thread-safe. */
interface Limiter extends AutoCloseable {

    String name();

    /**
     * Takes one place.
     *
     * @param number which of many calls this is; a limiter that chooses no key itself takes the key from it
     * @return whether there was one
     */
    boolean take(int number);

    @Override
    void close();
}
