package io.vimax.editor.series;

import io.vimax.editor.access.Person;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/series")
class SeriesController {

    private final SeriesShelf shelf;

    SeriesController(SeriesShelf shelf) {
        this.shelf = shelf;
    }

    record NewSeries(
            @NotBlank @Size(max = 255) String title,
            @Nullable @Size(max = 4_000) String description,
            @Nullable @Size(max = 100) String genre,
            @Nullable @Size(max = 100) String stylePreset) {}

    record SeriesEdit(
            @Nullable @Size(min = 1, max = 255) String title,
            @Nullable @Size(max = 4_000) String description,
            @Nullable @Size(max = 100) String genre,
            @Nullable @Size(max = 100) String stylePreset,

            @Nullable @Pattern(regexp = "draft|in_progress|completed")
            String status) {

        /** What is left out stays. */
        SeriesFacts over(SeriesFacts before) {
            return new SeriesFacts(
                    title == null ? before.title() : title,
                    description == null ? before.description() : description,
                    genre == null ? before.genre() : genre,
                    stylePreset == null ? before.stylePreset() : stylePreset,
                    status == null ? before.status() : status);
        }
    }

    record SeriesView(
            UUID id,
            String title,
            @Nullable String description,
            @Nullable String genre,
            @Nullable String stylePreset,
            int episodeCount,
            String status,
            Instant createdAt,
            Instant updatedAt) {
        static SeriesView of(Series series, int episodes) {
            SeriesFacts facts = series.facts();
            return new SeriesView(
                    series.id(),
                    facts.title(),
                    facts.description(),
                    facts.genre(),
                    facts.stylePreset(),
                    episodes,
                    facts.status(),
                    series.createdAt(),
                    series.updatedAt());
        }
    }

    record Page(List<SeriesView> items, @Nullable UUID nextCursor) {}

    @GetMapping
    Page list(
            Person person,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        List<Series> found = shelf.list(person.id(), cursor, limit + 1);
        List<Series> shown = found.size() > limit ? found.subList(0, limit) : found;
        Map<UUID, Integer> counts =
                shelf.episodeCounts(shown.stream().map(Series::id).toList());
        return new Page(
                shown.stream()
                        .map(series -> SeriesView.of(series, counts.getOrDefault(series.id(), 0)))
                        .toList(),
                found.size() > limit ? shown.getLast().id() : null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SeriesView create(Person person, @Valid @RequestBody NewSeries body) {
        return SeriesView.of(
                shelf.create(
                        person.id(),
                        new SeriesFacts(body.title(), body.description(), body.genre(), body.stylePreset(), "draft")),
                0);
    }

    @GetMapping("/{id}")
    SeriesView one(Person person, @PathVariable UUID id) {
        return view(shelf.getSeries(person.id(), id));
    }

    @PutMapping("/{id}")
    SeriesView change(Person person, @PathVariable UUID id, @Valid @RequestBody SeriesEdit edit) {
        SeriesFacts before = shelf.getSeries(person.id(), id).facts();
        return view(shelf.change(person.id(), id, edit.over(before)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Person person, @PathVariable UUID id) {
        shelf.delete(person.id(), id);
    }

    private SeriesView view(Series series) {
        return SeriesView.of(series, shelf.episodeCounts(List.of(series.id())).getOrDefault(series.id(), 0));
    }
}
