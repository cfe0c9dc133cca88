package io.vimax.bench.portkey;

import java.time.Duration;

/** A way to have calls made. */
interface Door extends AutoCloseable {

    /** For one caller, who may ask several times. */
    Visit enter();

    @Override
    void close();

    /** One caller's asking. */
    interface Visit extends AutoCloseable {

        /** Asks for the call to be made, and waits for what is said to that. */
        Answer ask() throws InterruptedException;

        @Override
        void close();
    }

    /** What is said to somebody who wants a call. */
    sealed interface Answer {

        /** The provider's answer. */
        record Served() implements Answer {}

        /** A 429. Whether to wait and ask again is the caller's decision. */
        record TurnedAway(Duration told) implements Answer {}

        /** No key is free; nothing was sent. */
        record NotYet(Duration told) implements Answer {}

        /** Neither an answer nor a 429. */
        record Broken(String why) implements Answer {}
    }
}
