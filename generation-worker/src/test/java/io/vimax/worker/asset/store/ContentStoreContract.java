package io.vimax.worker.asset.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every store does. */
abstract class ContentStoreContract {

    static final int LENGTH = 300_000;

    private static final Random RANDOM = new Random(11);

    abstract ContentStore store();

    @Test
    void hasWhatWasPut() throws Exception {
        byte[] bytes = bytes(LENGTH);

        Content content = put(bytes);

        assertThat(store().has(content)).isTrue();
        assertThat(read(content, 0, LENGTH - 1)).isEqualTo(bytes);
        assertThat(store().fetch(content))
                .hasValueSatisfying(file -> assertThat(file).hasBinaryContent(bytes));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 9", "70000, 139999", "299999, 299999", "299990, 299999", "0, 299999"})
    void readsAPart(int first, int last) throws Exception {
        byte[] bytes = bytes(LENGTH);
        Content content = put(bytes);

        assertThat(read(content, first, last)).isEqualTo(Arrays.copyOfRange(bytes, first, last + 1));
    }

    @Test
    void putsTheSameTwiceWithoutHarm() throws Exception {
        byte[] bytes = bytes(LENGTH);

        Content first = put(bytes);
        Content second = put(bytes);

        assertThat(second).isEqualTo(first);
        assertThat(read(first, 0, LENGTH - 1)).isEqualTo(bytes);
    }

    @Test
    void letsWorkersPutTheSameAtOnce() throws Exception {
        byte[] bytes = bytes(LENGTH);
        List<Future<Content>> puts = new ArrayList<>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Content> work = () -> put(bytes);
            for (int worker = 0; worker < 12; worker++) {
                puts.add(workers.submit(work));
            }
        }

        for (Future<Content> put : puts) {
            assertThat(read(put.get(), 0, LENGTH - 1)).isEqualTo(bytes);
        }
    }

    @Test
    void saysThatItDoesNotHaveWhatWasNeverPut() throws Exception {
        var never = new Content("00".repeat(32), 10, "image/png");

        assertThat(store().has(never)).isFalse();
        assertThat(store().findLocal(never)).isEmpty();
        assertThat(store().fetch(never)).isEmpty();
        assertThat(store().open(never, 0, 9)).isEmpty();
    }

    @Test
    void doesNotTakeAFileOfAnotherLengthForTheContent() throws Exception {
        Content content = put(bytes(LENGTH));
        var longer = new Content(content.sha256(), LENGTH + 1, content.mediaType());

        assertThat(store().has(longer)).isFalse();
        assertThat(store().findLocal(longer)).isEmpty();
        assertThat(store().open(longer, 0, 9)).isEmpty();
    }

    @Test
    void canBeLeftInTheMiddleOfAFile() throws Exception {
        byte[] bytes = bytes(5_000_000);
        Content content = put(bytes);

        try (InputStream in = store().open(content, 0, bytes.length - 1).orElseThrow()) {
            assertThat(in.readNBytes(10)).isEqualTo(Arrays.copyOf(bytes, 10));
        }

        assertThat(read(content, 4_999_990, 4_999_999)).isEqualTo(Arrays.copyOfRange(bytes, 4_999_990, 5_000_000));
    }

    @Test
    void forgetsWhatIsDeleted() throws Exception {
        Content content = put(bytes(LENGTH));

        store().delete(content);
        store().delete(content);

        assertThat(store().has(content)).isFalse();
        assertThat(store().findLocal(content)).isEmpty();
        assertThat(store().fetch(content)).isEmpty();
    }

    @Test
    void takesBackWhatWasDeleted() throws Exception {
        byte[] bytes = bytes(LENGTH);
        store().delete(put(bytes));

        assertThat(read(put(bytes), 0, LENGTH - 1)).isEqualTo(bytes);
    }

    Content put(byte[] bytes) throws IOException, InterruptedException {
        return put(store(), bytes);
    }

    static Content put(ContentStore store, byte[] bytes) throws IOException, InterruptedException {
        Path part = store.newPart();
        try {
            var content = new Content(Digests.copy(new ByteArrayInputStream(bytes), part), bytes.length, "image/png");
            store.put(part, content);
            return content;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    byte[] read(Content content, long first, long last) throws IOException {
        try (InputStream in = store().open(content, first, last).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    static synchronized byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
