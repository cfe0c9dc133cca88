package io.vimax.worker.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.testing.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** With files in a folder. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"worker.asset.folder=target/asset-test", "spring.kafka.listener.auto-startup=false"})
@ContextConfiguration(initializers = TestServers.class)
class AssetTest extends AssetContract {

    @Test
    void saysThatAFileIsLost(@TempDir Path folder) throws Exception {
        UUID lost = UUID.randomUUID();
        Path picture = picture(folder.resolve("lost.png"), 99);
        assets.add(lost, owner, UUID.randomUUID(), assets.keep(picture, ExpectedContent.PICTURE));
        Files.delete(assets.getPath(lost, owner));

        var answer = get(owner, lost, "");

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("asset-file-lost");
    }
}
