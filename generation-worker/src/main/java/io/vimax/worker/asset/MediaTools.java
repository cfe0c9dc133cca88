package io.vimax.worker.asset;

import io.vimax.worker.asset.store.StoreProperties;
import io.vimax.worker.media.Ffmpeg;
import io.vimax.worker.media.MediaProbe;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** FFmpeg for the whole worker: named, or found, or unpacked beside the assets. */
@Configuration(proxyBeanMethods = false)
class MediaTools {

    @Bean
    Ffmpeg ffmpeg(
            @Value("${worker.media.ffmpeg:}") String program,
            @Value("${worker.media.ffprobe:}") String probe,
            StoreProperties assets) {
        return Ffmpeg.locate(path(program), path(probe), assets.folder().resolve("tools"));
    }

    @Bean
    MediaProbe mediaProbe(Ffmpeg ffmpeg) {
        return new MediaProbe(ffmpeg);
    }

    private static @Nullable Path path(String value) {
        return value.isBlank() ? null : Path.of(value);
    }
}
