package io.vimax.worker.asset.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest extends ContentStoreContract {

    @TempDir
    Path folder;

    private ContentStore store;

    @BeforeEach
    void open() {
        store = new FileStore(new ContentFolder(folder));
    }

    @Override
    ContentStore store() {
        return store;
    }

    @Test
    void replacesWhatAPowerFailureCutShort() throws Exception {
        byte[] bytes = bytes(LENGTH);
        Content content = put(bytes);
        Path file = store.findLocal(content).orElseThrow();
        Files.write(file, Arrays.copyOf(bytes, 1000));

        assertThat(store.has(content)).isFalse();
        put(bytes);

        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void leavesNoPartBehind() throws Exception {
        put(bytes(LENGTH));

        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }
}
