package io.vimax.worker.provider.wire;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** For a body that nobody wants: the connection is closed instead of reading what may be gigabytes. */
final class Unread implements BodySubscriber<Optional<Path>> {

    @Override
    public CompletionStage<Optional<Path>> getBody() {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        // Nothing comes after the cancellation that would matter.
    }

    @Override
    public void onError(Throwable cause) {
        // What was not wanted broke.
    }

    @Override
    public void onComplete() {
        // It was empty.
    }
}
