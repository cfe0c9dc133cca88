package io.vimax.keypool.usage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know.
 *
 * @param person whose work
 * @param ofInstallation everybody's work with the keys of the installation, and not one person's
 * @param from start, rounded down to a half hour
 * @param to end, not included
 * @param by what rows are about
 * @param zone where days end
 */
record UsageQuestion(
        UUID person, boolean ofInstallation, Instant from, Instant to, Set<By> by, Per per, ZoneId zone, Only only) {

    static final Duration CELL = Duration.ofMinutes(30);

    /** Null stands for all. */
    record Only(
            @Nullable UUID key,
            @Nullable UUID scope,
            @Nullable String service,
            @Nullable String model) {
        static final Only ALL = new Only(null, null, null, null);
    }

    enum By {
        KEY("key_id"),
        SCOPE("scope_id"),
        SERVICE("service"),
        MODEL("model");

        final String column;

        By(String column) {
            this.column = column;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws UsageException.Unfit if a word is none of ours */
        static Set<By> of(String words) {
            Set<By> all = EnumSet.noneOf(By.class);
            for (String word : words.split(",", -1)) {
                all.add(Arrays.stream(values())
                        .filter(by -> by.word().equals(word.strip()))
                        .findFirst()
                        .orElseThrow(() -> new UsageException.Unfit("by", words(values()))));
            }
            return all;
        }
    }

    enum Per {
        /** One row for the whole range. */
        RANGE,
        HOUR,
        DAY,
        /** As fine as it is kept: half an hour. */
        CELL;

        /** @throws UsageException.Unfit if the word is none of those that people may use */
        static Per of(String word) {
            return switch (word) {
                case "range" -> RANGE;
                case "hour" -> HOUR;
                case "day" -> DAY;
                default -> throw new UsageException.Unfit("per", "range, hour or day");
            };
        }
    }

    private static String words(By[] all) {
        return Arrays.stream(all).map(By::word).collect(Collectors.joining(", "));
    }

    /** Where days of UTC can be read in place of half hours; none if the end is not after it. */
    Instant firstWholeDay() {
        Instant day = from.truncatedTo(ChronoUnit.DAYS);
        Instant first = day.equals(from) ? day : day.plus(1, ChronoUnit.DAYS);
        return isByDay() && first.isBefore(to) ? first : to;
    }

    Instant endOfWholeDays() {
        Instant first = firstWholeDay();
        Instant end = to.truncatedTo(ChronoUnit.DAYS);
        return end.isAfter(first) ? end : first;
    }

    private boolean isByDay() {
        return switch (per) {
            case RANGE -> true;
            case DAY -> zone.equals(ZoneOffset.UTC) || zone.getId().equals("UTC");
            case HOUR, CELL -> false;
        };
    }

    /** SQL: start of the slice of time that a cell belongs to. */
    String slice() {
        return switch (per) {
            case RANGE -> "cast(:from as timestamptz)";
            case CELL -> "cell";
            case HOUR -> "date_trunc('hour', cell, :zone)";
            case DAY -> "date_trunc('day', cell, :zone)";
        };
    }
}
