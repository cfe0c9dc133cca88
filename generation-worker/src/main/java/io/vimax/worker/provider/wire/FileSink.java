package io.vimax.worker.provider.wire;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Writes what comes into a file, up to a limit, and knows how much has come. */
final class FileSink implements BodySubscriber<Optional<Path>> {

    private final Path file;
    private final long most;
    private final CompletableFuture<Optional<Path>> result = new CompletableFuture<>();
    private @Nullable FileChannel channel;
    private Flow.@Nullable Subscription subscription;
    private volatile long received;

    FileSink(Path file, long most) {
        this.file = file;
        this.most = most;
    }

    /** More came than is taken. */
    static final class TooLarge extends IOException {
        TooLarge() {
            super("more than is taken");
        }
    }

    long received() {
        return received;
    }

    @Override
    public CompletionStage<Optional<Path>> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            given.request(1);
        } catch (IOException e) {
            given.cancel();
            result.completeExceptionally(e);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                received += buffer.remaining();
                if (received > most) {
                    throw new TooLarge();
                }
                while (buffer.hasRemaining()) {
                    Objects.requireNonNull(channel).write(buffer);
                }
            }
            Objects.requireNonNull(subscription).request(1);
        } catch (IOException e) {
            Objects.requireNonNull(subscription).cancel();
            onError(e);
        }
    }

    @Override
    public void onError(Throwable cause) {
        close();
        result.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        try {
            Objects.requireNonNull(channel).force(true);
            close();
            result.complete(Optional.of(file));
        } catch (IOException e) {
            onError(e);
        }
    }

    private void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            result.completeExceptionally(e);
        }
    }
}
