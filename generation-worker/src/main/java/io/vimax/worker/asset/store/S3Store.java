package io.vimax.worker.asset.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * A bucket that all workers share, and copies on this machine of what they work with. An object appears in one step when its last
 * byte has come and its SHA-256, which is part of the request's signature, is right; so nothing is ever half stored.
 */
final class S3Store implements ContentStore {

    private final S3Client client;
    private final S3Names names;
    private final Copies copies;

    S3Store(S3Client client, S3Names names, Copies copies) {
        this.client = client;
        this.names = names;
        this.copies = copies;
    }

    @Override
    public Path newPart() throws IOException {
        return copies.newPart();
    }

    @Override
    public void put(Path part, Content content) throws IOException, InterruptedException {
        try {
            if (!has(content)) {
                send(part, content);
            }
        } catch (StoreAway e) {
            if (Thread.interrupted()) {
                throw (InterruptedException) new InterruptedException("stopped while storing").initCause(e);
            }
            throw e;
        }
        copies.take(part, content);
    }

    private void send(Path part, Content content) {
        ask(() -> client.putObject(
                put -> put.bucket(names.bucket())
                        .key(names.key(content))
                        .contentType(content.mediaType())
                        .contentLength(content.bytes()),
                RequestBody.fromFile(part)));
    }

    @Override
    public boolean has(Content content) {
        Optional<HeadObjectResponse> head =
                ask(() -> client.headObject(of -> of.bucket(names.bucket()).key(names.key(content))));
        return head.isPresent() && head.get().contentLength() == content.bytes();
    }

    @Override
    public Optional<Path> findLocal(Content content) throws IOException {
        return copies.find(content);
    }

    @Override
    public Optional<Path> fetch(Content content) throws IOException {
        Optional<Path> copy = copies.find(content);
        if (copy.isPresent()) {
            return copy;
        }
        Optional<InputStream> in = open(content, 0, content.bytes() - 1);
        if (in.isEmpty()) {
            return Optional.empty();
        }
        Path part = copies.newPart();
        try (InputStream from = in.get()) {
            String arrived = Digests.copy(from, part);
            if (!arrived.equals(content.sha256())) {
                throw new StoreAway(names.words() + " sent a damaged copy of " + content.sha256() + ".", null);
            }
            copies.take(part, content);
            return Optional.of(copies.path(content));
        } catch (BrokenStream e) {
            throw new StoreAway(names.words() + " broke off in the middle of a file.", e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public Optional<InputStream> open(Content content, long first, long last) {
        return read(content, first, last)
                .map(in -> new ResumingStream(
                        in,
                        first,
                        last,
                        at -> read(content, at, last)
                                .orElseThrow(
                                        () -> new StoreAway(names.words() + " lost a file while it was read.", null))));
    }

    /** Reads from the bucket; empty also for an object of another length, which was not put there by us. */
    private Optional<ResponseInputStream<GetObjectResponse>> read(Content content, long first, long last) {
        var request = GetObjectRequest.builder()
                .bucket(names.bucket())
                .key(names.key(content))
                .range("bytes=" + first + "-" + last)
                .build();
        Optional<ResponseInputStream<GetObjectResponse>> found = ask(() -> client.getObject(request));
        if (found.isPresent() && !isOf(content, found.get().response())) {
            found.get().abort();
            return Optional.empty();
        }
        return found;
    }

    private static boolean isOf(Content content, GetObjectResponse answer) {
        String range = answer.contentRange();
        return range != null && range.endsWith("/" + content.bytes());
    }

    @Override
    public void delete(Content content) throws IOException {
        copies.delete(content);
        ask(() -> client.deleteObject(of -> of.bucket(names.bucket()).key(names.key(content))));
    }

    /** The answer, or nothing if there is no such object. */
    private <T> Optional<T> ask(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw names.away(e);
        }
    }
}
