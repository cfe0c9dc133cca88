package io.vimax.keypool.check;

import io.swagger.v3.oas.annotations.Operation;
import io.vimax.keypool.access.Person;
import io.vimax.keypool.key.KeyRing;
import io.vimax.keypool.paging.Cursor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/api-keys")
class CheckController {

    private final KeyRing ring;
    private final KeyChecks checks;
    private final CheckRuns runs;

    CheckController(KeyRing ring, KeyChecks checks, CheckRuns runs) {
        this.ring = ring;
        this.checks = checks;
        this.runs = runs;
    }

    /** @param keys which keys, or null for all */
    record Wanted(@Size(min = 1, max = 1000) @Nullable List<@NotNull UUID> keys) {}

    /** A run with a page of its checks. */
    record Run(
            CheckRuns.Progress progress,
            List<KeyCheck> items,
            @Nullable String nextCursor) {}

    @Operation(
            summary = "Check a key, for free",
            description =
                    "A worker asks the provider whether it knows the key. While a check is open, asking again joins it.")
    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    KeyCheck ask(Person person, @PathVariable UUID id) {
        ring.requireMay(person, id);
        return checks.askNow(id, person.id());
    }

    @Operation(summary = "The last check of a key")
    @GetMapping("/{id}/test")
    KeyCheck latest(Person person, @PathVariable UUID id) {
        ring.requireVisible(person, id);
        return checks.latest(id).orElseThrow(CheckException.NotFound::new);
    }

    @Operation(summary = "Check many keys, or all of them")
    @PostMapping("/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    CheckRuns.Progress begin(Person person, @Valid @RequestBody(required = false) @Nullable Wanted wanted) {
        return runs.progress(person, runs.begin(person, wanted == null ? null : wanted.keys()));
    }

    @Operation(summary = "How far a check of many keys is")
    @GetMapping("/test/{run}")
    Run progress(
            Person person,
            @PathVariable UUID run,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Size(max = 600) @Nullable String cursor) {
        CheckRuns.Progress progress = runs.progress(person, run);
        List<KeyCheck> found = runs.list(run, Cursor.read(cursor), limit + 1);
        List<KeyCheck> page = found.size() > limit ? found.subList(0, limit) : found;
        return new Run(
                progress,
                page,
                found.size() > limit ? new Cursor("", page.getLast().id()).text() : null);
    }

    @Operation(summary = "Stop a check of many keys; what a worker has begun ends by itself")
    @PostMapping("/test/{run}/cancel")
    CheckRuns.Progress cancel(Person person, @PathVariable UUID run) {
        runs.cancel(person, run);
        return runs.progress(person, run);
    }
}
