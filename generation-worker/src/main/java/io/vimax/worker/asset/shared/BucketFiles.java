package io.vimax.worker.asset.shared;

import io.vimax.worker.asset.Assets;
import io.vimax.worker.asset.store.S3Names;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Shared files as objects of the bucket, below {@code answers/}. */
final class BucketFiles implements SharedFiles {

    private static final String ROOM = "answers/";

    private final S3Client client;
    private final S3Names names;

    BucketFiles(S3Client client, S3Names names) {
        this.client = client;
        this.names = names;
    }

    @Override
    public void put(String folder, String name, Path file) {
        ask(() -> client.putObject(
                put -> put.bucket(names.bucket()).key(key(folder) + name), RequestBody.fromFile(file)));
    }

    @Override
    public boolean fetch(String folder, String name, Path target) throws IOException {
        var found = ask(() -> client.getObject(get -> get.bucket(names.bucket()).key(key(folder) + name)));
        if (found.isEmpty()) {
            return false;
        }
        try (InputStream in = found.get()) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return true;
    }

    @Override
    public void delete(String folder) {
        deleteWhere(key(folder), _ -> true);
    }

    @Override
    public void deleteOlderThan(Instant instant) {
        deleteWhere(names.within(ROOM), object -> object.lastModified().isBefore(instant));
    }

    private void deleteWhere(String prefix, Predicate<S3Object> condition) {
        var request = ListObjectsV2Request.builder()
                .bucket(names.bucket())
                .prefix(prefix)
                .build();
        List<String> keys = ask(() -> client.listObjectsV2Paginator(request).contents().stream()
                        .filter(condition)
                        .map(S3Object::key)
                        .toList())
                .orElse(List.of());
        for (String key : keys) {
            ask(() -> client.deleteObject(of -> of.bucket(names.bucket()).key(key)));
        }
    }

    private String key(String folder) {
        return names.within(ROOM + folder + "/");
    }

    private <T> Optional<T> ask(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw Assets.unreachable(names.away(e));
        }
    }
}
