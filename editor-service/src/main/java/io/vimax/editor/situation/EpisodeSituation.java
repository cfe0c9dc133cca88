package io.vimax.editor.situation;

import io.vimax.editor.cast.Gallery;
import io.vimax.editor.episode.EpisodeFacts;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.GenerationState;
import io.vimax.editor.generation.Generations;
import io.vimax.editor.generation.Target;
import io.vimax.editor.generation.TargetType;
import io.vimax.editor.generation.Work;
import io.vimax.editor.render.Render;
import io.vimax.editor.render.RenderPlan;
import io.vimax.editor.script.Line;
import io.vimax.editor.script.Scene;
import io.vimax.editor.script.Script;
import io.vimax.editor.script.Shot;
import io.vimax.editor.take.Take;
import io.vimax.editor.timeline.FilmMaterial;
import io.vimax.editor.timeline.LayTimeline;
import io.vimax.editor.timeline.Timeline;
import io.vimax.editor.timeline.Timelines;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An episode with everything in it, as it stood at one moment. What follows from it is a pure function of it. */
public final class EpisodeSituation {

    private record Unit(TargetType type, UUID id) {}

    private final EpisodeFacts episode;
    private final Script script;
    private final Map<UUID, Take> takes;
    private final Timelines.@Nullable Stored storedTimeline;
    private final List<Generation> generations;
    private final @Nullable Render newestRender;
    private final Generations.Spending spending;
    private final Map<Unit, Generation> latest = new HashMap<>();
    private final CastSituation cast;
    private final Timeline plan;
    private final @Nullable Timeline timeline;
    private final Optional<Work.Film> film;

    /** @param generations in the order in which they were asked for */
    public EpisodeSituation(
            EpisodeFacts episode,
            Script script,
            List<Take> takes,
            Timelines.@Nullable Stored storedTimeline,
            List<Generation> generations,
            @Nullable Render newestRender,
            Generations.Spending spending,
            Gallery gallery) {
        this.episode = episode;
        this.script = script;
        this.takes = takes.stream().collect(Collectors.toMap(Take::id, Function.identity()));
        this.storedTimeline = storedTimeline;
        this.generations = List.copyOf(generations);
        this.newestRender = newestRender;
        this.spending = spending;
        generations.forEach(generation -> latest.put(
                new Unit(generation.target().type(), generation.target().id()), generation));
        this.cast = new CastSituation(this, gallery);
        this.plan = LayTimeline.of(material(), 0);
        this.timeline = storedTimeline == null ? null : storedTimeline.with(material());
        this.film = timeline == null ? Optional.empty() : RenderPlan.of(episode, script, timeline);
    }

    public EpisodeFacts episode() {
        return episode;
    }

    public Script script() {
        return script;
    }

    /** Who is seen, and the pictures of them. */
    public CastSituation cast() {
        return cast;
    }

    public List<Generation> generations() {
        return generations;
    }

    public Generations.Spending spending() {
        return spending;
    }

    public FilmMaterial material() {
        boolean musicOn = episode.audio().music().enabled();
        return new FilmMaterial(episode.title(), script, takes, musicOn, musicOn ? episode.musicAssetId() : null);
    }

    public Timelines.@Nullable Stored storedTimeline() {
        return storedTimeline;
    }

    /** The timeline, once it was laid. */
    public Optional<Timeline> timeline() {
        return Optional.ofNullable(timeline);
    }

    /** Where everything would stand if the timeline were laid now. */
    public Timeline plan() {
        return timeline == null ? plan : timeline;
    }

    /** What a renderer would be told now; empty while something is missing. */
    public Optional<Work.Film> film() {
        return film;
    }

    public Optional<Render> newestRender() {
        return Optional.ofNullable(newestRender);
    }

    public Optional<Take> findTake(UUID id) {
        return Optional.ofNullable(takes.get(id));
    }

    public Optional<Take> selectedTake(Shot shot) {
        return shot.selectedTakeId() == null ? Optional.empty() : findTake(shot.selectedTakeId());
    }

    /** Takes of a shot that people see, oldest first. */
    public List<Take> takesOf(Shot shot) {
        return takes.values().stream()
                .filter(take -> take.shotId().equals(shot.id()) && !take.hidden())
                .sorted(Comparator.comparingInt(Take::number))
                .toList();
    }

    public Optional<Generation> latest(TargetType type, UUID unit) {
        return Optional.ofNullable(latest.get(new Unit(type, unit)));
    }

    /**
     * Units of the present script whose newest generation may or may not have reached its provider: a person has to decide, and
     * until then nothing is asked for in their place.
     */
    public List<Generation> undecided() {
        return latest.values().stream()
                .filter(generation -> generation.undecided() && has(generation.target()))
                .sorted(Comparator.comparing(Generation::createdAt).thenComparing(Generation::id))
                .toList();
    }

    /** Whether the unit is in the episode as it stands. */
    public boolean has(Target target) {
        return switch (target.type()) {
            case SCRIPT, RENDER -> true;
            case MUSIC -> episode.audio().music().enabled();
            case SHOT_KEYFRAME, SHOT_CLIP -> script.findShot(target.id()).isPresent();
            case CHARACTER_PORTRAIT -> cast().findMember(target.id()).isPresent();
            case LINE_VOICE ->
                script.lines().stream().anyMatch(line -> line.id().equals(target.id()));
        };
    }

    public boolean somethingUnderWay() {
        return generations.stream().anyMatch(Generation::underWay);
    }

    public UnitStatus scriptStatus() {
        return status(TargetType.SCRIPT, episode.id(), !script.isEmpty(), null, ContentHashes.script(episode));
    }

    public UnitStatus keyframeStatus(Scene scene, Shot shot) {
        return status(
                TargetType.SHOT_KEYFRAME,
                shot.id(),
                shot.keyframeAssetId() != null,
                shot.keyframeHash(),
                keyframeHash(scene, shot));
    }

    /** Hash of what the shot's keyframe would be made from now. */
    public String keyframeHash(Scene scene, Shot shot) {
        return continues(shot)
                ? ContentHashes.takenFrom(episode, openingFrame(shot).orElse(null))
                : wordsHash(scene, shot);
    }

    private String wordsHash(Scene scene, Shot shot) {
        return ContentHashes.keyframe(episode, scene, shot, cast.likenesses(shot));
    }

    /** Hash of what the shot's clip would be made from now. */
    public String clipHash(Scene scene, Shot shot) {
        return continues(shot)
                ? ContentHashes.continuedClip(keyframeHash(scene, shot), wordsHash(scene, shot), shot)
                : ContentHashes.clip(keyframeHash(scene, shot), shot);
    }

    /** Whether the shot begins where another ends; the first of a film has none to go on from. */
    public boolean continues(Shot shot) {
        return shot.continuesPrevious() && script.findBefore(shot.id()).isPresent();
    }

    /** The frame that a continuing shot begins with; empty until the shot before it has a take. */
    public Optional<Work.ClipFrame> openingFrame(Shot shot) {
        return script.findBefore(shot.id())
                .flatMap(before ->
                        selectedTake(before).map(take -> new Work.ClipFrame(take.clipAssetId(), before.durationMs())));
    }

    public UnitStatus clipStatus(Scene scene, Shot shot) {
        Optional<Take> take = selectedTake(shot);
        return status(
                TargetType.SHOT_CLIP,
                shot.id(),
                take.isPresent(),
                take.map(Take::contentHash).orElse(null),
                clipHash(scene, shot));
    }

    /** Keyframe and clip together, as people see a shot. */
    public UnitStatus shotStatus(Scene scene, Shot shot) {
        UnitStatus clip = clipStatus(scene, shot);
        UnitStatus keyframe = keyframeStatus(scene, shot);
        if (clip.underWay() || keyframe.underWay()) {
            return clip == UnitStatus.RUNNING || keyframe == UnitStatus.RUNNING || clip.underWay()
                    ? UnitStatus.RUNNING
                    : UnitStatus.QUEUED;
        }
        if (clip != UnitStatus.NOT_STARTED) {
            return clip;
        }
        return keyframe.hasResult() ? UnitStatus.NOT_STARTED : keyframe;
    }

    public boolean isStale(Scene scene, Shot shot, Take take) {
        return !take.contentHash().equals(clipHash(scene, shot));
    }

    public UnitStatus voiceStatus(Line line) {
        return status(
                TargetType.LINE_VOICE,
                line.id(),
                line.voiceAssetId() != null,
                line.voiceHash(),
                ContentHashes.voice(episode, line));
    }

    public String musicMood() {
        String chosen = episode.audio().music().mood();
        return chosen != null ? chosen : mostCommon(Scene::mood, "calm");
    }

    public String musicWeather() {
        return mostCommon(Scene::weather, "clear");
    }

    private String mostCommon(Function<Scene, String> of, String otherwise) {
        return script.scenes().stream()
                .collect(Collectors.groupingBy(of, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }

    public String musicHash() {
        return ContentHashes.music(musicMood(), musicWeather(), plan().durationMs());
    }

    public UnitStatus musicStatus() {
        return status(TargetType.MUSIC, episode.id(), episode.musicAssetId() != null, episode.musicHash(), musicHash());
    }

    public UnitStatus renderStatus() {
        String wanted = film.map(ContentHashes::film).orElse("");
        return status(
                TargetType.RENDER,
                episode.id(),
                newestRender != null,
                newestRender == null ? null : newestRender.contentHash(),
                wanted);
    }

    /** @param madeFrom null where a result has no hash and is never stale */
    UnitStatus status(TargetType type, UUID unit, boolean result, @Nullable String madeFrom, String present) {
        Generation generation = latest.get(new Unit(type, unit));
        if (generation != null && generation.underWay()) {
            return generation.state() == GenerationState.RUNNING ? UnitStatus.RUNNING : UnitStatus.QUEUED;
        }
        if (result) {
            return madeFrom == null || madeFrom.equals(present) ? UnitStatus.READY : UnitStatus.STALE;
        }
        // What failed with other words says nothing about these, but what may be paid for has to be decided about.
        if (generation != null && generation.undecided()) {
            return UnitStatus.FAILED;
        }
        if (generation == null || !generation.contentHash().equals(present)) {
            return UnitStatus.NOT_STARTED;
        }
        return switch (generation.state()) {
            case FAILED, AMBIGUOUS -> UnitStatus.FAILED;
            case CANCELLED -> UnitStatus.CANCELLED;
            case QUEUED, RUNNING, READY -> UnitStatus.NOT_STARTED;
        };
    }
}
