package io.vimax.editor.editing;

import io.vimax.editor.access.Person;
import io.vimax.editor.document.ETags;
import io.vimax.editor.document.GenerationView;
import io.vimax.editor.document.StateDocument;
import io.vimax.editor.document.StateDocuments;
import io.vimax.editor.generation.GenerationException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The pictures of the characters. */
@RestController
@RequestMapping("/api/v1/editor/episode/{id}/character/{characterId}")
class CharacterController {

    private final AskForWork ask;
    private final EditEpisode edit;
    private final StateDocuments documents;

    CharacterController(AskForWork ask, EditEpisode edit, StateDocuments documents) {
        this.ask = ask;
        this.edit = edit;
        this.documents = documents;
    }

    record PortraitWish(@Nullable Long seed) {}

    record PortraitStarted(GenerationView generation) {}

    /** @param assetId a picture of the person's own; null takes it away */
    record ReferenceWish(@Nullable UUID assetId) {}

    @PostMapping("/portrait")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PortraitStarted portrait(
            Person person,
            @PathVariable UUID id,
            @PathVariable UUID characterId,
            @RequestBody(required = false) @Nullable PortraitWish wish) {
        var asked = ask.portrait(person.id(), id, characterId, wish == null ? null : wish.seed());
        if (asked.isEmpty()) {
            throw new GenerationException.AlreadyUnderWay(id);
        }
        return new PortraitStarted(GenerationView.of(asked.getFirst()));
    }

    @PostMapping("/portraits/{portraitId}/select")
    ResponseEntity<StateDocument> pick(
            Person person, @PathVariable UUID id, @PathVariable UUID characterId, @PathVariable UUID portraitId) {
        edit.pickPortrait(person.id(), id, characterId, portraitId);
        return document(person, id);
    }

    @PutMapping("/reference")
    ResponseEntity<StateDocument> refer(
            Person person, @PathVariable UUID id, @PathVariable UUID characterId, @RequestBody ReferenceWish wish) {
        edit.refer(person.id(), id, characterId, wish.assetId());
        return document(person, id);
    }

    private ResponseEntity<StateDocument> document(Person person, UUID id) {
        StateDocument document = documents.of(person.id(), id);
        return ResponseEntity.ok().eTag(ETags.of(document)).body(document);
    }
}
