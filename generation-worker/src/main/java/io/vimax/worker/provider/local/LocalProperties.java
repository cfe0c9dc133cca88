package io.vimax.worker.provider.local;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param folder where jobs leave what they make; all replicas on one machine share it
 * @param threads engines that run at once in this replica; 0 is one for each core
 * @param keepWork how long the encoded pieces of a film are kept for its next render
 */
@Validated
@ConfigurationProperties("worker.local")
record LocalProperties(
        @DefaultValue(".vimax/assets/jobs") Path folder,
        @DefaultValue("0") int threads,
        @DefaultValue("7d") Duration keepWork) {

    int enginesAtOnce() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }
}
