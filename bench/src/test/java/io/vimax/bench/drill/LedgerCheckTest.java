package io.vimax.bench.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A checker that finds nothing proves nothing: every invariant is broken once by hand, by one grant. */
class LedgerCheckTest {

    private static final long SECOND = 1_000_000;
    private static final Landscape ROLLING = Landscape.of("openai");
    private static final Landscape CALENDAR = Landscape.of("google");

    private final List<Ledger.Entry> entries = new ArrayList<>();
    private final UUID scope = UUID.randomUUID();
    private long fence;

    private Ledger.Entry granted(Landscape land, long at, long expires) {
        Ledger.Entry entry =
                entry(Ledger.Kind.GRANTED, UUID.randomUUID(), land, ++fence, at, at + 2_000, expires, null);
        entries.add(entry);
        return entry;
    }

    private void ended(Ledger.Entry grant, long at) {
        entries.add(entry(
                Ledger.Kind.ENDED,
                grant.lease(),
                Landscape.of(grant.service()),
                grant.fence(),
                at,
                at + 2_000,
                0,
                "success"));
    }

    private Ledger.Entry entry(
            Ledger.Kind kind,
            UUID lease,
            Landscape land,
            long number,
            long asked,
            long answered,
            long expires,
            @Nullable String outcome) {
        return new Ledger.Entry(
                kind, lease, land.service(), "small", scope, number, asked, answered, expires, outcome, 0, true);
    }

    private LedgerCheck check() {
        return new LedgerCheck(entries);
    }

    @Test
    void findsTheOneThatIsTooManyInAnySixtySeconds() {
        for (int number = 0; number < ROLLING.perMinute(); number++) {
            long at = 1_000 * SECOND + number * SECOND;
            ended(granted(ROLLING, at, at + 5 * SECOND), at + SECOND / 2);
        }
        assertThat(check().overTheMinute()).isZero();

        long last = 1_000 * SECOND + 60 * SECOND;
        ended(granted(ROLLING, last, last + SECOND), last + SECOND / 2);
        assertThat(check().overTheMinute()).isZero();

        long early = 1_000 * SECOND + 59 * SECOND;
        ended(granted(ROLLING, early, early + SECOND), early + SECOND / 2);
        assertThat(check().overTheMinute()).isPositive();
    }

    @Test
    void findsTheOneThatIsTooManyInAMinuteOfTheClock() {
        for (int number = 0; number <= CALENDAR.perMinute(); number++) {
            long at = 6_000 * SECOND + number * SECOND + (number == CALENDAR.perMinute() ? 30 * SECOND : 0);
            granted(CALENDAR, at, at);
        }
        assertThat(check().overTheMinute()).isZero();

        granted(CALENDAR, 6_059 * SECOND, 6_059 * SECOND);
        assertThat(check().overTheMinute()).isEqualTo(1);
    }

    @Test
    void findsTheOneThatIsTooManyAtOnce() {
        List<Ledger.Entry> held = new ArrayList<>();
        for (int number = 0; number < ROLLING.inFlight(); number++) {
            held.add(granted(ROLLING, (1_000 + number) * SECOND, 1_020 * SECOND));
        }
        granted(ROLLING, 1_020 * SECOND, 1_025 * SECOND);
        assertThat(check().overAtOnce()).isZero();

        ended(held.getFirst(), 1_010 * SECOND);
        granted(ROLLING, 1_011 * SECOND, 1_015 * SECOND);
        assertThat(check().overAtOnce()).isZero();

        granted(ROLLING, 1_012 * SECOND, 1_015 * SECOND);
        assertThat(check().overAtOnce()).isEqualTo(1);
    }

    @Test
    void findsFencesThatAreGivenTwiceOrGoBack() {
        Ledger.Entry first = granted(ROLLING, 1_000 * SECOND, 1_010 * SECOND);
        granted(ROLLING, 1_001 * SECOND, 1_011 * SECOND);
        assertThat(check().wrongFences()).isZero();

        entries.add(entry(
                Ledger.Kind.GRANTED,
                UUID.randomUUID(),
                ROLLING,
                first.fence(),
                1_000 * SECOND,
                1_000 * SECOND + 1,
                0,
                null));
        assertThat(check().wrongFences()).isEqualTo(1);

        entries.removeLast();
        entries.add(
                entry(Ledger.Kind.GRANTED, UUID.randomUUID(), ROLLING, -1, 1_005 * SECOND, 1_006 * SECOND, 0, null));
        assertThat(check().wrongFences()).isEqualTo(1);
    }
}
