package io.vimax.worker.provider.remote;

/** A picture that cannot go along with a request. The message is a sentence for people. */
public final class UnusablePicture extends RuntimeException {

    UnusablePicture(String message) {
        super(message);
    }
}
