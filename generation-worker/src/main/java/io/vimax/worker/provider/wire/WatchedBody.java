package io.vimax.worker.provider.wire;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** A request's body that knows whether any of it was asked for: before that nothing of the request can have been acted on. */
final class WatchedBody implements BodyPublisher {

    private final BodyPublisher bytes;
    private volatile boolean begun;

    WatchedBody(byte[] bytes) {
        this.bytes = BodyPublishers.ofByteArray(bytes);
    }

    boolean wasBegun() {
        return begun;
    }

    @Override
    public long contentLength() {
        return bytes.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        begun = true;
        bytes.subscribe(subscriber);
    }
}
