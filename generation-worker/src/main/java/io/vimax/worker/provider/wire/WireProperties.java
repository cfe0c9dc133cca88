package io.vimax.worker.provider.wire;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param folder where answers and results stay until the asset store has them; all replicas on one machine share it
 * @param keep after this a folder that nobody discarded is thrown away
 * @param longestConnect how long a connection may take
 * @param largestAnswer largest answer of a call; pictures come within answers, in Base64
 * @param largestResult largest file behind a link
 * @param longestDownload how long a file may take
 * @param downloadTries how often a file is asked for before its job counts as broken
 * @param betweenTries wait between two tries
 */
@Validated
@ConfigurationProperties("worker.remote")
public record WireProperties(
        @DefaultValue(".vimax/assets/remote") Path folder,
        @DefaultValue("2d") Duration keep,
        @DefaultValue("5s") Duration longestConnect,
        @DefaultValue("64MB") DataSize largestAnswer,
        @DefaultValue("1GB") DataSize largestResult,
        @DefaultValue("10m") Duration longestDownload,
        @DefaultValue("4") int downloadTries,
        @DefaultValue("2s") Duration betweenTries) {}
