package io.vimax.editor.document;

import io.vimax.editor.access.Person;
import io.vimax.editor.generation.GenerationState;
import io.vimax.editor.generation.Generations;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/generations")
class GenerationController {

    private final Generations generations;

    GenerationController(Generations generations) {
        this.generations = generations;
    }

    record Page(List<GenerationView> items, @Nullable UUID nextCursor) {}

    @GetMapping
    Page list(
            Person person,
            @RequestParam(name = "episode_id", required = false) @Nullable UUID episodeId,
            @RequestParam(required = false)
                    @Nullable
                    @Pattern(regexp = "queued|running|ready|failed|cancelled|ambiguous")
                    String state,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        List<GenerationView> found = generations
                .list(person.id(), episodeId, state == null ? null : GenerationState.of(state), cursor, limit + 1)
                .stream()
                .map(GenerationView::of)
                .toList();
        return found.size() > limit
                ? new Page(found.subList(0, limit), found.get(limit - 1).id())
                : new Page(found, null);
    }

    @GetMapping("/{id}")
    GenerationView one(Person person, @PathVariable UUID id) {
        return GenerationView.of(generations.get(person.id(), id));
    }
}
