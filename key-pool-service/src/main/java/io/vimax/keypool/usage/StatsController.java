package io.vimax.keypool.usage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.vimax.keypool.access.Person;
import io.vimax.keypool.usage.UsageQuestion.By;
import io.vimax.keypool.usage.UsageQuestion.Only;
import io.vimax.keypool.usage.UsageQuestion.Per;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StatsController {

    private static final Duration LONGEST = Duration.ofDays(400);
    private static final String CSV = "text/csv";

    private final UsageBooks books;
    private final Clock clock;

    StatsController(UsageBooks books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /**
     * A report.
     *
     * @param from start, rounded down to a half hour
     * @param to end, not included
     */
    record Stats(
            Instant from,
            Instant to,
            long requestCount,
            long successCount,
            long errorCount,
            Money cost,
            List<StatsRow> items) {}

    @Operation(
            summary = "Usage: requests, successes, errors by class, spend, media, latency",
            description =
                    "Of one person; with of=installation, for operators, everybody's with the keys of the installation."
                            + " Requests that never left are not counted. Percentiles are of successes, right within 5 %. The range is"
                            + " the last hours, or from and to (at most 400 days). by is a list of key, scope, service and model. At"
                            + " most 20,000 rows. With Accept: text/csv it is a table.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The report",
                            content = {
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = Stats.class)),
                                @Content(mediaType = CSV, schema = @Schema(type = "string"))
                            }))
    @GetMapping(
            path = "/api/v1/api-keys/stats",
            produces = {MediaType.APPLICATION_JSON_VALUE, CSV})
    ResponseEntity<?> stats(
            Person person,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "24") @Min(1) @Max(9600) int hours,
            @RequestParam(defaultValue = "key,model") @Size(max = 40) String by,
            @RequestParam(defaultValue = "range") @Size(max = 10) String per,
            @RequestParam(defaultValue = "UTC") @Size(max = 60) String zone,
            @RequestParam(defaultValue = "me") @Size(max = 20) String of,
            @RequestParam(name = "key_id", required = false) @Nullable UUID keyId,
            @RequestParam(name = "scope_id", required = false) @Nullable UUID scopeId,
            @RequestParam(name = "service_type", required = false) @Size(max = 40) @Nullable String serviceType,
            @RequestParam(required = false) @Size(max = 120) @Nullable String model,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept) {
        Instant end = to == null ? clock.instant() : to;
        Instant start = from == null ? end.minus(Duration.ofHours(hours)) : from;
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw new UsageException.Unfit("from", "a time before to, by at most " + LONGEST.toDays() + " days");
        }
        var question = new UsageQuestion(
                person.id(),
                ofInstallation(person, of),
                Instant.ofEpochSecond(
                        start.getEpochSecond() / UsageQuestion.CELL.toSeconds() * UsageQuestion.CELL.toSeconds()),
                end,
                By.of(by),
                Per.of(per),
                zone(zone),
                new Only(keyId, scopeId, serviceType, model));
        List<UsageRow> rows = books.ask(question);
        if (accept != null && accept.contains(CSV)) {
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(CSV))
                    .body(UsageCsv.of(rows));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Stats(
                        question.from(),
                        end,
                        rows.stream().mapToLong(UsageRow::requests).sum(),
                        rows.stream().mapToLong(UsageRow::successes).sum(),
                        rows.stream().mapToLong(UsageRow::errorCount).sum(),
                        Money.ofMicros(
                                rows.stream().mapToLong(UsageRow::costMicros).sum()),
                        rows.stream().map(StatsRow::of).toList()));
    }

    private static boolean ofInstallation(Person person, String of) {
        return switch (of) {
            case "me" -> false;
            case "installation" -> {
                if (!person.operates()) {
                    throw new UsageException.NotAnOperator();
                }
                yield true;
            }
            default -> throw new UsageException.Unfit("of", "me or installation");
        };
    }

    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new UsageException.Unfit("zone", "an IANA name such as UTC or America/Los_Angeles");
        }
        return ZoneId.of(name);
    }
}
