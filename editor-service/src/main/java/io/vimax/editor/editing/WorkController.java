package io.vimax.editor.editing;

import io.swagger.v3.oas.annotations.Operation;
import io.vimax.editor.access.Person;
import io.vimax.editor.document.ETags;
import io.vimax.editor.document.GenerationView;
import io.vimax.editor.document.StateDocument;
import io.vimax.editor.document.StateDocuments;
import io.vimax.editor.generation.Decision;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.GenerationException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WorkController {

    private static final String EPISODE = "/api/v1/editor/episode/{id}";

    private final AskForWork ask;
    private final ResolveGeneration resolve;
    private final StateDocuments documents;

    WorkController(AskForWork ask, ResolveGeneration resolve, StateDocuments documents) {
        this.ask = ask;
        this.resolve = resolve;
        this.documents = documents;
    }

    record Started(GenerationView generation) {}

    record AllStarted(List<GenerationView> generations) {
        static AllStarted of(List<Generation> generations) {
            return new AllStarted(generations.stream().map(GenerationView::of).toList());
        }
    }

    record ScenesWish(@Nullable Boolean onlyMissing) {}

    record RegenerateWish(
            @Nullable UUID shotId,
            @Nullable @Size(min = 1, max = 4_000) String prompt,
            @Nullable Long seed,
            @Nullable @Size(min = 1, max = 200) String model) {}

    record DecisionWish(@NotNull Decision decision) {}

    /** @param successor the generation that was sent instead, after resubmit */
    record Resolution(GenerationView generation, @Nullable GenerationView successor) {}

    @PostMapping(EPISODE + "/script/generate")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started script(Person person, @PathVariable UUID id) {
        return started(ask.script(person.id(), id), id);
    }

    @PostMapping(EPISODE + "/scenes/generate")
    @ResponseStatus(HttpStatus.ACCEPTED)
    AllStarted scenes(Person person, @PathVariable UUID id, @RequestBody(required = false) @Nullable ScenesWish wish) {
        boolean all = wish != null && Boolean.FALSE.equals(wish.onlyMissing());
        return AllStarted.of(ask.scenes(person.id(), id, !all));
    }

    @PostMapping(EPISODE + "/scene/{sceneId}/regenerate")
    @ResponseStatus(HttpStatus.ACCEPTED)
    AllStarted regenerate(
            Person person,
            @PathVariable UUID id,
            @PathVariable UUID sceneId,
            @Valid @RequestBody(required = false) @Nullable RegenerateWish wish) {
        var wanted = wish == null
                ? new AskForWork.Wish(null, null, null, null)
                : new AskForWork.Wish(wish.shotId(), wish.prompt(), wish.seed(), wish.model());
        return AllStarted.of(ask.regenerate(person.id(), id, sceneId, wanted));
    }

    @PostMapping(EPISODE + "/render")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started render(Person person, @PathVariable UUID id) {
        return started(ask.render(person.id(), id), id);
    }

    @PostMapping(EPISODE + "/cancel")
    ResponseEntity<StateDocument> cancel(Person person, @PathVariable UUID id) {
        ask.cancelAll(person.id(), id);
        return document(person, id);
    }

    @PostMapping(EPISODE + "/resume")
    ResponseEntity<StateDocument> resume(Person person, @PathVariable UUID id) {
        ask.resume(person.id(), id);
        return document(person, id);
    }

    @PostMapping("/api/v1/generations/{generationId}/cancel")
    GenerationView cancelOne(Person person, @PathVariable UUID generationId) {
        return GenerationView.of(ask.cancel(person.id(), generationId));
    }

    @PostMapping("/api/v1/generations/{generationId}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started retry(Person person, @PathVariable UUID generationId) {
        return new Started(GenerationView.of(ask.retry(person.id(), generationId)));
    }

    @Operation(
            summary = "Decide about a generation of which nobody knows whether the provider took it",
            description =
                    "resubmit sends the work again as a new generation: if the provider took the first one too, both are"
                            + " paid. give_up ends it as failed. Either way what it may have cost stays counted. The same decision"
                            + " again answers the same; the other one is refused then.")
    @PostMapping("/api/v1/generations/{generationId}/resolve")
    Resolution resolve(Person person, @PathVariable UUID generationId, @Valid @RequestBody DecisionWish wish) {
        var resolved = resolve.resolve(person.id(), generationId, wish.decision());
        Generation successor = resolved.successor();
        return new Resolution(
                GenerationView.of(resolved.generation()), successor == null ? null : GenerationView.of(successor));
    }

    /** Nothing new was started when the same work is under way already; that is no generation to speak of. */
    private static Started started(List<Generation> generations, UUID id) {
        if (generations.isEmpty()) {
            throw new GenerationException.AlreadyUnderWay(id);
        }
        return new Started(GenerationView.of(generations.getFirst()));
    }

    private ResponseEntity<StateDocument> document(Person person, UUID id) {
        StateDocument document = documents.of(person.id(), id);
        return ResponseEntity.ok().eTag(ETags.of(document)).body(document);
    }
}
