package io.vimax.bench.drill;

import io.vimax.bench.measure.Windows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Judges a ledger, knowing nothing but the ledger and the limits. A grant happened somewhere between the first call and the answer, so
 * only what is wrong wherever it happened counts as wrong.
 */
final class LedgerCheck {

    private static final long MINUTE_US = TimeUnit.MINUTES.toMicros(1);

    private final List<Ledger.Entry> entries;

    LedgerCheck(List<Ledger.Entry> entries) {
        this.entries = entries;
    }

    private List<Ledger.Entry> grants() {
        return entries.stream()
                .filter(entry -> entry.kind() == Ledger.Kind.GRANTED)
                .toList();
    }

    private static String place(Ledger.Entry entry) {
        return entry.scope() + " " + entry.model();
    }

    /** Grants that are one too many for the minute of their account and model. */
    long overTheMinute() {
        long over = 0;
        Map<String, List<Ledger.Entry>> places = grants().stream().collect(Collectors.groupingBy(LedgerCheck::place));
        for (List<Ledger.Entry> grants : places.values()) {
            Landscape land = Landscape.of(grants.getFirst().service());
            if (land.perMinute() > 0) {
                over += land.calendar()
                        ? overTheClock(grants, land.perMinute())
                        : Windows.over(
                                grants.stream()
                                        .map(grant -> new Windows.Span(grant.asked(), grant.answered()))
                                        .toList(),
                                land.perMinute(),
                                MINUTE_US);
            }
        }
        return over;
    }

    private static long overTheClock(List<Ledger.Entry> grants, int limit) {
        Map<Long, Long> perMinute = grants.stream()
                .filter(grant -> grant.asked() / MINUTE_US == grant.answered() / MINUTE_US)
                .collect(Collectors.groupingBy(grant -> grant.asked() / MINUTE_US, Collectors.counting()));
        return perMinute.values().stream()
                .mapToLong(count -> Math.max(0, count - limit))
                .sum();
    }

    private record Moment(long at, int change) {}

    /** The most leases of an account beyond its limit that were held at one moment, over all accounts. */
    long overAtOnce() {
        Map<UUID, Long> ends = ends();
        long over = 0;
        Map<UUID, List<Ledger.Entry>> scopes = grants().stream().collect(Collectors.groupingBy(Ledger.Entry::scope));
        for (List<Ledger.Entry> grants : scopes.values()) {
            List<Moment> moments = new ArrayList<>();
            for (Ledger.Entry grant : grants) {
                long end = ends.getOrDefault(grant.lease(), grant.expires());
                if (end > grant.answered()) {
                    moments.add(new Moment(grant.answered(), 1));
                    moments.add(new Moment(end, -1));
                }
            }
            moments.sort(Comparator.comparingLong(Moment::at).thenComparingInt(Moment::change));
            long held = 0;
            long most = 0;
            for (Moment moment : moments) {
                held += moment.change();
                most = Math.max(most, held);
            }
            over += Math.max(0, most - Landscape.of(grants.getFirst().service()).inFlight());
        }
        return over;
    }

    /** Until when each lease was surely held: to its end as last answered, or to the moment before its end was told. */
    private Map<UUID, Long> ends() {
        Map<UUID, Long> ends = new HashMap<>();
        for (Ledger.Entry entry : entries) {
            switch (entry.kind()) {
                case GRANTED, EXTENDED -> ends.merge(entry.lease(), entry.expires(), Math::max);
                case ENDED, UNANSWERED -> ends.merge(entry.lease(), entry.asked(), Math::min);
                case ABANDONED -> {}
            }
        }
        return ends;
    }

    /** Fences that two leases have, and fences that are lower than one which was told before they were asked for. */
    long wrongFences() {
        long wrong = 0;
        Map<String, List<Ledger.Entry>> services =
                grants().stream().collect(Collectors.groupingBy(Ledger.Entry::service));
        for (List<Ledger.Entry> grants : services.values()) {
            Map<Long, Long> leases = grants.stream()
                    .collect(Collectors.groupingBy(
                            Ledger.Entry::fence,
                            Collectors.mapping(
                                    Ledger.Entry::lease,
                                    Collectors.collectingAndThen(Collectors.toSet(), set -> (long) set.size()))));
            wrong += leases.values().stream().filter(count -> count > 1).count();
            List<Ledger.Entry> byAnswer = grants.stream()
                    .sorted(Comparator.comparingLong(Ledger.Entry::answered))
                    .toList();
            List<Ledger.Entry> byAsking = grants.stream()
                    .sorted(Comparator.comparingLong(Ledger.Entry::asked))
                    .toList();
            int told = 0;
            long highest = 0;
            for (Ledger.Entry grant : byAsking) {
                while (told < byAnswer.size() && byAnswer.get(told).answered() < grant.asked()) {
                    highest = Math.max(highest, byAnswer.get(told).fence());
                    told++;
                }
                if (grant.fence() <= highest) {
                    wrong++;
                }
            }
        }
        return wrong;
    }
}
