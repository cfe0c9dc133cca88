package io.vimax.editor.intake;

import io.vimax.editor.autopilot.Autopilot;
import io.vimax.editor.autopilot.TakeSteps;
import io.vimax.editor.column.Columns;
import io.vimax.editor.episode.Brief;
import io.vimax.editor.episode.Episode;
import io.vimax.editor.episode.EpisodeFacts;
import io.vimax.editor.episode.EpisodeStart;
import io.vimax.editor.episode.Episodes;
import io.vimax.editor.generation.GenerationKind;
import io.vimax.editor.generation.TargetType;
import io.vimax.editor.id.TimeOrderedIds;
import io.vimax.editor.models.ModelCatalogue;
import io.vimax.editor.script.ContentHash;
import io.vimax.editor.situation.Situations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the episode and asks for its script in one transaction. */
@Component
public class BeginEpisode {

    private static final Duration KEYS_KEPT = Duration.ofDays(7);

    private final Episodes episodes;
    private final Situations situations;
    private final TakeSteps steps;
    private final ModelCatalogue models;
    private final Marks marks;

    BeginEpisode(Episodes episodes, Situations situations, TakeSteps steps, ModelCatalogue models, Marks marks) {
        this.episodes = episodes;
        this.situations = situations;
        this.steps = steps;
        this.models = models;
        this.marks = marks;
    }

    /** What a beginning is marked with. */
    @Component
    record Marks(JdbcClient jdbc, TimeOrderedIds ids, Clock clock) {}

    /** @param created false when the same key and body made it before */
    record Begun(EpisodeFacts episode, boolean created) {}

    /** Every model that the person names exists and makes what it is named for, and one for the script is known at all. */
    void checkModels(UUID userId, Brief.ModelChoice choice) {
        for (GenerationKind kind : GenerationKind.values()) {
            boolean named = switch (kind) {
                case CHAT -> true;
                case IMAGE -> choice.image() != null;
                case VIDEO -> choice.video() != null;
                case SPEECH -> choice.speech() != null;
                case MUSIC -> choice.music() != null;
                case RENDER -> false;
            };
            if (named) {
                models.choose(userId, choice, kind);
            }
        }
    }

    /** @throws IntakeException.KeyReused if the key came with another body */
    @Transactional
    public Begun once(UUID userId, String key, NewEpisode body) {
        UUID id = marks.ids().next();
        String hash = ContentHash.of(body);
        // A second call with the same key waits here until the first has committed.
        int added = marks.jdbc()
                .sql("""
                insert into idempotency_key (user_id, key, body_hash, episode_id, created_at)
                values (:user, :key, :hash, :episode, :now) on conflict do nothing
                """)
                .param("user", userId)
                .param("key", key)
                .param("hash", hash)
                .param("episode", id)
                .param("now", Columns.utc(marks.clock().instant()))
                .update();
        if (added == 0) {
            return new Begun(before(userId, key, hash), false);
        }
        Brief brief = body.brief(marks.ids().seed());
        checkModels(userId, brief.models());
        String title = body.title() == null ? Episode.UNTITLED : body.title();
        return new Begun(
                begin(new EpisodeStart(
                        id,
                        userId,
                        body.seriesId(),
                        title,
                        brief,
                        body.guessedLanguage(),
                        body.onAutopilot(),
                        body.budgetMicros())),
                true);
    }

    private EpisodeFacts before(UUID userId, String key, String hash) {
        record Known(String bodyHash, UUID episodeId) {}
        Known known = marks.jdbc()
                .sql("select body_hash, episode_id from idempotency_key where user_id = :user and key = :key")
                .param("user", userId)
                .param("key", key)
                .query((row, _) -> new Known(row.getString("body_hash"), Columns.uuid(row, "episode_id")))
                .single();
        if (!known.bodyHash().equals(hash)) {
            throw new IntakeException.KeyReused();
        }
        return episodes.getFacts(userId, known.episodeId());
    }

    private EpisodeFacts begin(EpisodeStart start) {
        Episode episode = episodes.start(start);
        var situation = situations.of(episode.facts());
        steps.take(
                episode, situation, List.of(Autopilot.remake(TargetType.SCRIPT, episode.id())), TakeSteps.PERSON, true);
        return episode.facts();
    }

    @Scheduled(fixedDelay = 6 * 3_600_000, initialDelay = 3_600_000)
    void forgetOldKeys() {
        marks.jdbc()
                .sql("delete from idempotency_key where created_at < :before")
                .param("before", Columns.utc(marks.clock().instant().minus(KEYS_KEPT)))
                .update();
    }
}
