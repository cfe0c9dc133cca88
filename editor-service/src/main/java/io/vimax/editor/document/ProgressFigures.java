package io.vimax.editor.document;

import io.vimax.editor.cast.Sitter;
import io.vimax.editor.episode.CastMember;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.GenerationKind;
import io.vimax.editor.generation.TargetType;
import io.vimax.editor.script.Line;
import io.vimax.editor.script.Scene;
import io.vimax.editor.script.Shot;
import io.vimax.editor.situation.EpisodeSituation;
import io.vimax.editor.situation.UnitStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the whole film is.
 *
 * @param percent finished work and the measured part of running work, weighted by how long each kind takes
 * @param etaMs expected time until the film is there; null until every kind that is still to come has finished at least once in
 *     this installation
 */
public record ProgressFigures(double percent, @Nullable Long etaMs, List<StageFigures> stages) {

    /** @param name script, portraits (only where some are made), keyframes, clips, voices, music, timeline or render */
    public record StageFigures(String name, UnitStatus status, int done, int total, double percent) {}

    /**
     * How many generations run side by side: the default limit of the local scope. Only the estimate of the remaining time
     * rests on it.
     */
    private static final int SIDE_BY_SIDE = 2;

    /** A guess of the size of a film before its script exists: one shot for every five seconds, one line for every shot. */
    private static final int SECONDS_PER_SHOT = 5;

    private static final int SECONDS_OF_A_FILM = 30;

    /** Weights until a kind has a history, in milliseconds; of the local models on two cores. */
    private static long defaultMs(GenerationKind kind) {
        return switch (kind) {
            case CHAT -> 1_000;
            case IMAGE -> 1_500;
            case VIDEO -> 6_000;
            case SPEECH -> 1_000;
            case MUSIC -> 3_000;
            case RENDER -> 20_000;
        };
    }

    /** @param done a number of units that may be broken: half a clip is 0.5 */
    private record Work(
            String name, @Nullable GenerationKind kind, UnitStatus status, double done, int finished, int total) {}

    static ProgressFigures of(EpisodeSituation situation, Map<GenerationKind, Duration> history) {
        List<Work> works = works(situation);
        double all = 0;
        double done = 0;
        for (Work work : works) {
            double weight = weight(work, history);
            all += weight * work.total();
            done += weight * work.done();
        }
        return new ProgressFigures(
                percent(done, all),
                eta(works, history),
                works.stream()
                        .map(work -> new StageFigures(
                                work.name(),
                                work.status(),
                                work.finished(),
                                work.total(),
                                percent(work.done(), work.total())))
                        .toList());
    }

    private static double weight(Work work, Map<GenerationKind, Duration> history) {
        if (work.kind() == null) {
            return 1;
        }
        Duration known = history.get(work.kind());
        return known == null ? defaultMs(work.kind()) : known.toMillis();
    }

    private static @Nullable Long eta(List<Work> works, Map<GenerationKind, Duration> history) {
        double together = 0;
        double last = 0;
        for (Work work : works) {
            double left = work.total() - work.done();
            if (left <= 0 || work.kind() == null) {
                continue;
            }
            Duration known = history.get(work.kind());
            if (known == null) {
                return null;
            }
            // Script and render have the machine for themselves, the rest shares it.
            if (work.total() == 1) {
                last += left * known.toMillis();
            } else {
                together += left * known.toMillis();
            }
        }
        return Math.round(together / SIDE_BY_SIDE + last);
    }

    private static List<Work> works(EpisodeSituation situation) {
        UUID episode = situation.episode().id();
        boolean unwritten = situation.script().isEmpty();
        Integer seconds = situation.episode().brief().seconds();
        int guess = Math.max(1, (seconds == null ? SECONDS_OF_A_FILM : seconds) / SECONDS_PER_SHOT);

        var keyframes = new Tally(situation, TargetType.SHOT_KEYFRAME);
        var clips = new Tally(situation, TargetType.SHOT_CLIP);
        var voices = new Tally(situation, TargetType.LINE_VOICE);
        for (Scene scene : situation.script().scenes()) {
            for (Shot shot : scene.shots()) {
                keyframes.add(shot.id(), situation.keyframeStatus(scene, shot));
                clips.add(shot.id(), situation.clipStatus(scene, shot));
            }
            for (Line line : scene.lines()) {
                voices.add(line.id(), situation.voiceStatus(line));
            }
        }
        var portraits = new Tally(situation, TargetType.CHARACTER_PORTRAIT);
        for (CastMember member : situation.cast().members()) {
            UnitStatus status = situation.cast().status(member);
            if (status != UnitStatus.NOT_STARTED
                    || situation.cast().sitter(member).map(Sitter::wanted).orElse(false)) {
                portraits.add(situation.cast().idOf(member), status);
            }
        }
        var script = new Tally(situation, TargetType.SCRIPT);
        script.add(episode, situation.scriptStatus());
        var music = new Tally(situation, TargetType.MUSIC);
        if (situation.episode().audio().music().enabled()) {
            music.add(episode, situation.musicStatus());
        }
        var render = new Tally(situation, TargetType.RENDER);
        render.add(episode, situation.renderStatus());
        boolean laid = situation.timeline().isPresent();
        Stream<Work> ofPeople = portraits.isEmpty() ? Stream.empty() : Stream.of(portraits.work("portraits", 0));
        Stream<Work> others = Stream.of(
                keyframes.work("keyframes", unwritten ? guess : 0),
                clips.work("clips", unwritten ? guess : 0),
                voices.work("voices", unwritten ? guess : 0),
                music.work("music", 0),
                new Work(
                        "timeline",
                        null,
                        laid ? UnitStatus.READY : UnitStatus.NOT_STARTED,
                        laid ? 1 : 0,
                        laid ? 1 : 0,
                        1),
                render.work("render", 0));
        return Stream.of(Stream.of(script.work("script", 0)), ofPeople, others)
                .flatMap(works -> works)
                .toList();
    }

    /** Counts the units of one kind. */
    private static final class Tally {

        private final EpisodeSituation situation;
        private final TargetType type;
        private final List<UnitStatus> statuses = new ArrayList<>();
        private double done;
        private int finished;

        Tally(EpisodeSituation situation, TargetType type) {
            this.situation = situation;
            this.type = type;
        }

        void add(UUID unit, UnitStatus status) {
            statuses.add(status);
            if (status == UnitStatus.READY || (status == UnitStatus.STALE && type != TargetType.RENDER)) {
                done++;
                finished++;
            } else if (status == UnitStatus.RUNNING) {
                done += situation.latest(type, unit).map(Generation::fraction).orElse(0.0);
            }
        }

        boolean isEmpty() {
            return statuses.isEmpty();
        }

        Work work(String name, int guessedTotal) {
            int total = statuses.isEmpty() ? guessedTotal : statuses.size();
            return new Work(name, type.kind(), together(statuses), done, finished, total);
        }
    }

    /** What is said of many units at once: what is happening comes before what is wrong, and that before what is missing. */
    static UnitStatus together(List<UnitStatus> statuses) {
        for (UnitStatus first : List.of(
                UnitStatus.RUNNING,
                UnitStatus.QUEUED,
                UnitStatus.FAILED,
                UnitStatus.CANCELLED,
                UnitStatus.NOT_STARTED)) {
            if (statuses.contains(first)) {
                return first;
            }
        }
        return statuses.contains(UnitStatus.STALE)
                ? UnitStatus.STALE
                : statuses.isEmpty() ? UnitStatus.NOT_STARTED : UnitStatus.READY;
    }

    /** One digit after the point. */
    private static double percent(double done, double all) {
        return all == 0 ? 0 : Math.round(1_000 * done / all) / 10.0;
    }
}
