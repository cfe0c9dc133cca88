package io.vimax.editor.library;

import io.vimax.editor.access.Person;
import io.vimax.editor.library.EpisodeLists.Summary;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class LibraryController {

    private final EpisodeLists lists;

    LibraryController(EpisodeLists lists) {
        this.lists = lists;
    }

    record Page(List<Summary> items, @Nullable UUID nextCursor) {
        static Page of(List<Summary> found, int limit) {
            return found.size() > limit
                    ? new Page(found.subList(0, limit), found.get(limit - 1).id())
                    : new Page(found, null);
        }
    }

    record EpisodeEdit(
            @Nullable @Size(min = 1, max = 200) String title,
            @Nullable @Size(max = 4_000) String synopsis) {}

    @GetMapping("/episodes")
    Page list(
            Person person,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return Page.of(lists.list(person.id(), null, cursor, limit + 1), limit);
    }

    @GetMapping("/series/{seriesId}/episodes")
    Page ofSeries(
            Person person,
            @PathVariable UUID seriesId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return Page.of(lists.ofSeries(person.id(), seriesId, cursor, limit + 1), limit);
    }

    @GetMapping("/episodes/{id}")
    Summary one(Person person, @PathVariable UUID id) {
        return lists.get(person.id(), id);
    }

    @PutMapping("/episodes/{id}")
    Summary change(Person person, @PathVariable UUID id, @Valid @RequestBody EpisodeEdit edit) {
        lists.change(person.id(), id, edit.title(), edit.synopsis());
        return lists.get(person.id(), id);
    }

    @DeleteMapping("/episodes/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Person person, @PathVariable UUID id) {
        lists.delete(person.id(), id);
    }
}
