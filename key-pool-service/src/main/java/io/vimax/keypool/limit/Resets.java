package io.vimax.keypool.limit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When days and months begin in a zone. The scripts know no calendar: they get these moments and compare. A day that begins in a
 * gap of the clock (summer time at midnight) begins at the first moment after it; days of 23 and 25 hours come out by themselves.
 *
 * @param days starts of yesterday, today and the days to come, ascending
 * @param months starts of the last month, this month and the months to come, ascending
 */
public record Resets(List<Instant> days, List<Instant> months) {

    /** So many days ahead; a configuration is loaded again before they run out. */
    private static final int DAYS_AHEAD = 10;

    private static final int MONTHS_AHEAD = 3;

    public static Resets of(ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new Resets(
                IntStream.rangeClosed(-1, DAYS_AHEAD)
                        .mapToObj(day -> today.plusDays(day).atStartOfDay(zone).toInstant())
                        .toList(),
                IntStream.rangeClosed(-1, MONTHS_AHEAD)
                        .mapToObj(month -> today.withDayOfMonth(1)
                                .plusMonths(month)
                                .atStartOfDay(zone)
                                .toInstant())
                        .toList());
    }

    /** The moment from which these boundaries must not be used any more. */
    public Instant horizon() {
        return days.getLast();
    }

    /** The start of the day that a moment lies in. */
    public Instant dayOf(Instant moment) {
        return last(days, moment);
    }

    /** The start of the month that a moment lies in. */
    public Instant monthOf(Instant moment) {
        return last(months, moment);
    }

    private static Instant last(List<Instant> boundaries, Instant moment) {
        return boundaries.reversed().stream()
                .filter(boundary -> !boundary.isAfter(moment))
                .findFirst()
                .orElse(boundaries.getFirst());
    }
}
