package io.vimax.keypool.scope;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vimax.keypool.problem.FieldProblem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A limit of a scope or of a key.
 *
 * @param model a model, {@code *} for every model on its own, or null for all models together
 * @param kind requests_per_minute, requests_per_day, in_flight or spend
 * @param period rolling or calendar for minutes, rolling or day for days, day or month for spend, now for in_flight; days and
 *     months follow the zone of the scope
 * @param most requests, leases at once, or millionths of a US dollar
 */
public record QuotaLimit(
        @Size(max = 120) @Nullable String model,

        @Schema(allowableValues = {"requests_per_minute", "requests_per_day", "in_flight", "spend"})
        @NotBlank
        @Size(max = 30)
        String kind,

        @Schema(allowableValues = {"rolling", "calendar", "day", "month", "now"}) @Size(max = 10) @Nullable
        String period,

        @Schema(minimum = "1", maximum = "1000000000000000") long most) {

    public static final int MOST_LIMITS = 100;

    /** Periods of a kind, the usual one first, and the highest number that makes sense. */
    private record Kind(List<String> periods, long highest) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "requests_per_minute", new Kind(List.of("rolling", "calendar"), 10_000_000),
            "requests_per_day", new Kind(List.of("day", "rolling"), 1_000_000_000),
            "in_flight", new Kind(List.of("now"), 100_000),
            "spend", new Kind(List.of("month", "day"), 1_000_000_000_000_000L));

    /** The same limit with the usual period where none was named. */
    public QuotaLimit complete() {
        Kind known = KINDS.get(kind);
        return period != null || known == null
                ? this
                : new QuotaLimit(model, kind, known.periods().getFirst(), most);
    }

    /** What is wrong with a list of limits, field by field; empty if nothing is. */
    public static List<FieldProblem> faultsOf(List<QuotaLimit> limits) {
        List<FieldProblem> faults = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (int place = 0; place < limits.size(); place++) {
            QuotaLimit limit = limits.get(place);
            String field = "limits[" + place + "]";
            limit.fault(field).ifPresent(faults::add);
            if (!seen.add(List.of(Objects.requireNonNullElse(limit.model, ""), limit.kind))) {
                faults.add(new FieldProblem(
                        field, "duplicate", "there is one limit of a kind for a model; leave one of the two out"));
            }
        }
        return faults;
    }

    private Optional<FieldProblem> fault(String field) {
        Kind known = KINDS.get(kind);
        if (known == null) {
            return Optional.of(new FieldProblem(
                    field + ".kind",
                    "unknown-kind",
                    "must be requests_per_minute, requests_per_day, in_flight or spend"));
        }
        if (period != null && !known.periods().contains(period)) {
            return Optional.of(new FieldProblem(
                    field + ".period", "unfit-period", "must be " + String.join(" or ", known.periods())));
        }
        if (most < 1 || most > known.highest()) {
            return Optional.of(
                    new FieldProblem(field + ".most", "out-of-range", "must be from 1 to " + known.highest()));
        }
        if (model != null && model.isBlank()) {
            return Optional.of(new FieldProblem(
                    field + ".model", "blank", "must name a model, or * for each, or be left out for all together"));
        }
        return Optional.empty();
    }
}
