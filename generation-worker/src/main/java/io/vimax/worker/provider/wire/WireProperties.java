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
 * @param longestStall how long a download may stand still
 * @param longestCreate how long a provider may take to accept a job
 * @param longestWork how long a provider may take to do work that it does while one waits
 * @param longestPoll how long a provider may take to say how a job stands
 * @param firstPause wait before the first question about a job; it grows up to {@code longestPause}
 * @param mostTroubled questions in a row without a usable answer before a job counts as broken
 * @param mostUnknown answers in a row with a state that nobody knows before a job counts as broken
 * @param mostMissing answers in a row that say that there is no such job, no right to it, or no result yet of one that is done
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
        @DefaultValue("2s") Duration betweenTries,
        @DefaultValue("20s") Duration longestStall,
        @DefaultValue("60s") Duration longestCreate,
        @DefaultValue("300s") Duration longestWork,
        @DefaultValue("20s") Duration longestPoll,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("10s") Duration longestPause,
        @DefaultValue("60") int mostTroubled,
        @DefaultValue("60") int mostUnknown,
        @DefaultValue("6") int mostMissing) {}
