package io.vimax.editor.document;

import io.vimax.editor.document.StateDocument.AudioView;
import io.vimax.editor.document.StateDocument.BriefView;
import io.vimax.editor.document.StateDocument.GuardView;
import io.vimax.editor.document.StateDocument.MusicView;
import io.vimax.editor.document.StateDocument.RenderView;
import io.vimax.editor.document.StateDocument.ScriptView;
import io.vimax.editor.document.StateDocument.TimelineView;
import io.vimax.editor.episode.AudioMix;
import io.vimax.editor.episode.EpisodeFacts;
import io.vimax.editor.episode.EpisodeState;
import io.vimax.editor.episode.Episodes;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.GenerationHistory;
import io.vimax.editor.generation.TargetType;
import io.vimax.editor.money.Money;
import io.vimax.editor.situation.EpisodeSituation;
import io.vimax.editor.situation.Guards;
import io.vimax.editor.situation.Situations;
import io.vimax.editor.situation.UnitStatus;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes state documents. */
@Component
public class StateDocuments {

    private final Episodes episodes;
    private final Situations situations;
    private final GenerationHistory history;
    private final JdbcClient jdbc;

    StateDocuments(Episodes episodes, Situations situations, GenerationHistory history, JdbcClient jdbc) {
        this.episodes = episodes;
        this.situations = situations;
        this.history = history;
        this.jdbc = jdbc;
    }

    /** @throws io.vimax.editor.episode.EpisodeException.NotFound if there is none of this person */
    @Transactional(readOnly = true)
    public StateDocument of(UUID userId, UUID episodeId) {
        EpisodeFacts episode = episodes.getFacts(userId, episodeId);
        String seriesTitle = jdbc.sql("select title from series where id = :id")
                .param("id", episode.seriesId())
                .query(String.class)
                .single();
        return document(situations.of(episode), seriesTitle);
    }

    private StateDocument document(EpisodeSituation situation, String seriesTitle) {
        EpisodeFacts episode = situation.episode();
        var brief = episode.brief();
        return new StateDocument(
                episode.id(),
                episode.seriesId(),
                seriesTitle,
                episode.episodeNumber(),
                episode.title(),
                episode.logline(),
                episode.language(),
                brief.ratio(),
                episode.width(),
                episode.height(),
                episode.fps(),
                brief.seed(),
                brief.style(),
                brief.seconds(),
                episode.state(),
                statusOf(situation),
                episode.autopilot(),
                episode.paused(),
                episode.version(),
                episode.createdAt(),
                episode.updatedAt(),
                new BriefView(
                        brief.idea(),
                        brief.script(),
                        brief.seconds(),
                        brief.scenes(),
                        brief.ratio(),
                        brief.language(),
                        brief.style(),
                        brief.seed(),
                        brief.models()),
                guards(situation),
                new ScriptView(
                        situation.scriptStatus(),
                        situation
                                .latest(TargetType.SCRIPT, episode.id())
                                .map(Generation::id)
                                .orElse(null),
                        situation.script().scenes().size(),
                        situation.script().wordCount()),
                CharacterViews.of(situation),
                SceneViews.of(situation),
                situation
                        .timeline()
                        .map(timeline ->
                                new TimelineView(timeline.revision(), timeline.durationMs(), timeline.tracks()))
                        .orElse(null),
                audio(situation),
                situation.generations().stream().map(GenerationView::of).toList(),
                SceneViews.stale(situation),
                Money.ofMicros(situation.spending().spentMicros()),
                Money.ofMicros(situation.spending().possibleMicros()),
                situation.spending().simulated(),
                episode.budgetMicros() == null ? null : Money.ofMicros(episode.budgetMicros()),
                ProgressFigures.of(situation, history.meanDurations()),
                render(situation),
                OpenProblems.of(situation));
    }

    /** The episode in one word: what is happening, else what keeps it from going on. */
    public static UnitStatus statusOf(EpisodeSituation situation) {
        if (situation.generations().stream()
                .anyMatch(generation -> generation.state() == io.vimax.editor.generation.GenerationState.RUNNING)) {
            return UnitStatus.RUNNING;
        }
        if (situation.somethingUnderWay()) {
            return UnitStatus.QUEUED;
        }
        if (situation.episode().haltCode() != null) {
            return UnitStatus.FAILED;
        }
        if (situation.episode().state() == EpisodeState.COMPLETED) {
            return situation.renderStatus() == UnitStatus.STALE ? UnitStatus.STALE : UnitStatus.READY;
        }
        if (!OpenProblems.of(situation).isEmpty()) {
            return UnitStatus.FAILED;
        }
        if (situation.episode().paused()) {
            return UnitStatus.CANCELLED;
        }
        return situation.script().isEmpty() ? UnitStatus.NOT_STARTED : UnitStatus.READY;
    }

    private static List<GuardView> guards(EpisodeSituation situation) {
        return Arrays.stream(EpisodeState.values())
                .filter(to -> to != situation.episode().state())
                .map(to -> {
                    List<String> reasons = Guards.against(situation, to);
                    return new GuardView(to, reasons.isEmpty(), reasons);
                })
                .toList();
    }

    private static AudioView audio(EpisodeSituation situation) {
        AudioMix audio = situation.episode().audio();
        return new AudioView(
                audio.voice(),
                new MusicView(
                        audio.music().mood(),
                        audio.music().gainDb(),
                        audio.music().enabled(),
                        situation.musicStatus(),
                        situation.episode().musicAssetId()),
                audio.duckingDb(),
                audio.captions(),
                AudioMix.LOUDNESS_LUFS);
    }

    private static @Nullable RenderView render(EpisodeSituation situation) {
        UnitStatus status = situation.renderStatus();
        return situation
                .newestRender()
                .map(render -> new RenderView(
                        render.id(),
                        render.number(),
                        status,
                        render.filmAssetId(),
                        render.vttAssetId(),
                        render.srtAssetId(),
                        render.posterAssetId(),
                        render.durationMs(),
                        render.width(),
                        render.height(),
                        render.fps(),
                        render.bytes(),
                        render.loudnessLufs(),
                        render.truePeakDbtp(),
                        render.createdAt(),
                        status == UnitStatus.STALE))
                .orElse(null);
    }
}
