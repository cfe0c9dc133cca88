package io.vimax.editor.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.vimax.editor.access.Person;
import io.vimax.editor.episode.EpisodeFacts;
import io.vimax.editor.episode.EpisodeState;
import io.vimax.editor.situation.UnitStatus;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class IntakeController {

    private static final int LONGEST_KEY = 200;

    private final BeginEpisode begin;

    IntakeController(BeginEpisode begin) {
        this.begin = begin;
    }

    record BegunView(
            UUID id,
            UUID seriesId,
            int episodeNumber,
            String title,
            EpisodeState state,
            UnitStatus status,
            boolean autopilot,
            long version) {
        static BegunView of(EpisodeFacts episode) {
            return new BegunView(
                    episode.id(),
                    episode.seriesId(),
                    episode.episodeNumber(),
                    episode.title(),
                    episode.state(),
                    UnitStatus.QUEUED,
                    episode.autopilot(),
                    episode.version());
        }
    }

    @Operation(summary = "Begin an episode from an idea or a script")
    @PostMapping("/api/v1/episodes")
    ResponseEntity<BegunView> begin(
            Person person,
            @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody NewEpisode body) {
        return answer(person, key, body);
    }

    @Operation(summary = "Begin an episode of a series")
    @PostMapping("/api/v1/series/{seriesId}/episodes")
    ResponseEntity<BegunView> beginInSeries(
            Person person,
            @PathVariable UUID seriesId,
            @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody NewEpisode body) {
        return answer(
                person,
                key,
                new NewEpisode(
                        seriesId,
                        body.title(),
                        body.idea(),
                        body.script(),
                        body.scriptFormat(),
                        body.seconds(),
                        body.scenes(),
                        body.ratio(),
                        body.language(),
                        body.style(),
                        body.seed(),
                        body.models(),
                        body.autopilot(),
                        body.budget()));
    }

    private ResponseEntity<BegunView> answer(Person person, @Nullable String key, NewEpisode body) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IntakeException.KeyMissing();
        }
        BeginEpisode.Begun begun = begin.once(person.id(), key, body);
        URI place = URI.create("/api/v1/editor/episode/" + begun.episode().id() + "/state");
        return (begun.created()
                        ? ResponseEntity.created(place)
                        : ResponseEntity.ok().location(place))
                .body(BegunView.of(begun.episode()));
    }
}
