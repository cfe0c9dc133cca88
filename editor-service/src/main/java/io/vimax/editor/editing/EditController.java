package io.vimax.editor.editing;

import io.vimax.editor.access.Person;
import io.vimax.editor.checkpoint.Checkpoint;
import io.vimax.editor.document.ETags;
import io.vimax.editor.document.StateDocument;
import io.vimax.editor.document.StateDocuments;
import io.vimax.editor.episode.AudioMix;
import io.vimax.editor.episode.EpisodeState;
import io.vimax.editor.timeline.Timeline;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/editor/episode/{id}")
class EditController {

    private final EditEpisode edit;
    private final StateDocuments documents;

    EditController(EditEpisode edit, StateDocuments documents) {
        this.edit = edit;
        this.documents = documents;
    }

    record TimelineEdit(@NotNull @Size(min = 1, max = 4) List<Timeline.@Valid @NotNull Track> tracks) {}

    record TransitionWish(@NotNull EpisodeState to) {}

    record CheckpointView(UUID id, EpisodeState stage, String movedBy, long version, Instant createdAt) {
        static CheckpointView of(Checkpoint checkpoint) {
            return new CheckpointView(
                    checkpoint.id(),
                    checkpoint.stage(),
                    checkpoint.movedBy(),
                    checkpoint.version(),
                    checkpoint.createdAt());
        }
    }

    record CheckpointPage(
            List<CheckpointView> items, @Nullable String nextCursor) {}

    @PostMapping("/script")
    ResponseEntity<StateDocument> script(
            Person person,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody ScriptEdit script) {
        edit.script(person.id(), id, version(seen), script);
        return document(person, id);
    }

    @PutMapping("/timeline")
    ResponseEntity<StateDocument> timeline(
            Person person,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody TimelineEdit timeline) {
        edit.timeline(person.id(), id, version(seen), timeline.tracks());
        return document(person, id);
    }

    @PostMapping("/audio")
    ResponseEntity<StateDocument> audio(Person person, @PathVariable UUID id, @Valid @RequestBody AudioMix audio) {
        edit.audio(person.id(), id, audio);
        return document(person, id);
    }

    @PostMapping("/transition")
    ResponseEntity<StateDocument> transition(
            Person person, @PathVariable UUID id, @Valid @RequestBody TransitionWish wish) {
        edit.transition(person.id(), id, wish.to());
        return document(person, id);
    }

    @PostMapping("/shot/{shotId}/takes/{takeId}/select")
    ResponseEntity<StateDocument> select(
            Person person, @PathVariable UUID id, @PathVariable UUID shotId, @PathVariable UUID takeId) {
        edit.select(person.id(), id, shotId, takeId);
        return document(person, id);
    }

    @GetMapping("/checkpoints")
    CheckpointPage checkpoints(Person person, @PathVariable UUID id) {
        return new CheckpointPage(
                edit.checkpoints(person.id(), id).stream()
                        .map(CheckpointView::of)
                        .toList(),
                null);
    }

    @PostMapping("/checkpoints/{checkpointId}/restore")
    ResponseEntity<StateDocument> restore(Person person, @PathVariable UUID id, @PathVariable UUID checkpointId) {
        edit.restore(person.id(), id, checkpointId);
        return document(person, id);
    }

    private ResponseEntity<StateDocument> document(Person person, UUID id) {
        StateDocument document = documents.of(person.id(), id);
        return ResponseEntity.ok().eTag(ETags.of(document)).body(document);
    }

    private static long version(@Nullable String seen) {
        if (seen == null) {
            throw new EditingException.VersionMissing();
        }
        return ETags.version(seen).orElseThrow(EditingException.VersionMissing::new);
    }
}
