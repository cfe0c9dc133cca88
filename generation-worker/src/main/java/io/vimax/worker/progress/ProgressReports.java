package io.vimax.worker.progress;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.vimax.schemas.Topics;
import io.vimax.schemas.generation.v1.GenerationProgressed;
import io.vimax.schemas.generation.v1.ProgressKind;
import io.vimax.worker.event.EventIds;
import io.vimax.worker.outage.Outage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Sends reports. Only the newest report of a generation waits, each waits at most one interval, and only so many are on their
 * way at once: what cannot go is dropped, the next report says more anyway.
 */
@Component
public class ProgressReports implements DisposableBean {

    /** Four reports a second and generation. */
    private static final Duration INTERVAL = Duration.ofMillis(250);

    /** Without a measure progress is a guess, and a guess never says that it is nearly done. */
    private static final double HIGHEST_GUESS = 0.95;

    private static final int MOST_WAITING = 2_000;
    private static final int MOST_ON_THEIR_WAY = 16;

    private final ReportLog log;
    private final DurationHistory history;
    private final Sender sender;
    private final Clock clock;
    private final Map<UUID, Report> waiting = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> sent = new ConcurrentHashMap<>();
    private final Semaphore onTheirWay = new Semaphore(MOST_ON_THEIR_WAY);
    private final Outage outage = new Outage("The way for progress reports");
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());

    ProgressReports(ReportLog log, DurationHistory history, Sender sender, Clock clock) {
        this.log = log;
        this.history = history;
        this.sender = sender;
        this.clock = clock;
    }

    /** Takes news; returns at once. */
    public void report(Report report) {
        UUID id = report.subject().generationId();
        if (waiting.size() >= MOST_WAITING || waiting.put(id, report) != null || timer.isShutdown()) {
            return;
        }
        Instant last = sent.get(id);
        Instant now = clock.instant();
        Duration wait = last == null ? Duration.ZERO : Duration.between(now, last.plus(INTERVAL));
        var _ = timer.schedule(() -> take(id), Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
    }

    /** Forgets a generation that is over: news that still waits is old. */
    public void forget(UUID generationId) {
        waiting.remove(generationId);
        sent.remove(generationId);
    }

    private void take(UUID id) {
        Report report = waiting.remove(id);
        if (report == null || !onTheirWay.tryAcquire()) {
            return;
        }
        noteSending(id);
        Thread.ofVirtual().name("progress-", 0).start(() -> {
            try {
                send(report);
                outage.over();
            } catch (RuntimeException e) {
                outage.failed(e);
            } finally {
                onTheirWay.release();
            }
        });
    }

    /** Generations that other replicas ended are never forgotten by name, so what is old goes when there is much of it. */
    private void noteSending(UUID id) {
        Instant now = clock.instant();
        sent.put(id, now);
        if (sent.size() > MOST_WAITING) {
            sent.values().removeIf(last -> last.plus(INTERVAL).isBefore(now));
        }
    }

    private void send(Report report) {
        Optional<DurationHistory.Estimate> estimate = history.estimate(report.subject());
        Double measured = report.progress().share();
        Double share = measured != null ? measured : guess(report, estimate);
        Optional<ReportLog.Entry> entry =
                log.note(report.subject().generationId(), report.fence(), share == null ? 0 : share);
        if (entry.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Subject subject = report.subject();
        boolean begun = report.attempt() > 0 && report.queuePlace() == null;
        sender.send(
                GenerationProgressed.newBuilder()
                        .setEventId(EventIds.next(now))
                        .setOccurredAt(now)
                        .setUserId(subject.userId())
                        .setVersion(entry.get().version())
                        .setGenerationId(subject.generationId())
                        .setEpisodeId(subject.episodeId())
                        .setKind(subject.avroKind())
                        .setTarget(subject.avroTarget())
                        .setState(report.state())
                        .setStage(report.progress().stage())
                        .setStageIndex(report.progress().stageIndex())
                        .setStageCount(report.progress().stageCount())
                        .setProgress(
                                share == null && entry.get().share() == 0
                                        ? null
                                        : entry.get().share())
                        .setProgressKind(
                                measured != null
                                        ? ProgressKind.MEASURED
                                        : share != null ? ProgressKind.ESTIMATED : ProgressKind.UNKNOWN)
                        .setQueuePosition(report.queuePlace())
                        .setEtaP50Ms(estimate.map(it -> rest(it.p50Ms(), report, begun))
                                .orElse(null))
                        .setEtaP90Ms(estimate.map(it -> rest(it.p90Ms(), report, begun))
                                .orElse(null))
                        .setEtaSamples(
                                estimate.map(DurationHistory.Estimate::samples).orElse(0))
                        .setAttempt(report.attempt())
                        .build(),
                report.trace());
    }

    private static @Nullable Double guess(Report report, Optional<DurationHistory.Estimate> estimate) {
        if (!report.state().equals("running") || estimate.isEmpty()) {
            return null;
        }
        double share =
                report.sofar().toMillis() / (double) Math.max(1, estimate.get().p50Ms());
        return Math.min(HIGHEST_GUESS, share);
    }

    private static Long rest(long totalMs, Report report, boolean begun) {
        return begun ? Math.max(0, totalMs - report.sofar().toMillis()) : totalMs;
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }

    /** Puts one report on the wire, in the trace of its generation. */
    @Component
    static class Sender {

        private final KafkaTemplate<String, SpecificRecordBase> kafka;
        private final Tracer tracer;
        private final Propagator propagator;

        Sender(KafkaTemplate<String, SpecificRecordBase> kafka, Tracer tracer, Propagator propagator) {
            this.kafka = kafka;
            this.tracer = tracer;
            this.propagator = propagator;
        }

        void send(GenerationProgressed event, @Nullable String trace) {
            Map<String, String> carrier = trace == null ? Map.of() : Map.of("traceparent", trace);
            var span = propagator
                    .extract(carrier, (map, key) -> map.get(key))
                    .name("progress")
                    .start();
            try (var _ = tracer.withSpan(span)) {
                var _ = kafka.send(
                        Topics.GENERATION_PROGRESSED.name(),
                        event.getGenerationId().toString(),
                        event);
            } finally {
                span.end();
            }
        }
    }
}
