package io.vimax.simulator.limiter;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.simulator.SettableClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LimiterTest {

    private final SettableClock clock = new SettableClock("2026-11-25T10:00:30Z");

    @Test
    void letsARollingMinuteHaveItsCallsAndSaysWhenTheNextOneFits() {
        var limiter = limiter(Limit.perMinute(2));
        assertThat(granted(limiter)).isTrue();
        clock.advance(Duration.ofSeconds(10));
        assertThat(granted(limiter)).isTrue();

        clock.advance(Duration.ofSeconds(20));
        assertThat(refused(limiter).retryAfter()).isEqualTo(Duration.ofSeconds(30));

        clock.advance(Duration.ofSeconds(30).minusNanos(1));
        assertThat(granted(limiter)).isFalse();
        clock.advance(Duration.ofNanos(1));
        assertThat(granted(limiter)).isTrue();
        assertThat(granted(limiter)).isFalse();
    }

    @Test
    void emptiesACalendarMinuteWhenTheClockTurns() {
        var limiter = limiter(new Limit.PerMinute(Limit.EACH_MODEL, 2, Limit.Window.CALENDAR, false));
        assertThat(granted(limiter)).isTrue();
        assertThat(granted(limiter)).isTrue();
        assertThat(refused(limiter).retryAfter()).isEqualTo(Duration.ofSeconds(30));

        clock.set("2026-11-25T10:01:00Z");
        assertThat(granted(limiter)).isTrue();
    }

    @Test
    void countsRefusedCallsWhereTheProviderDoes() {
        var limiter = limiter(new Limit.PerMinute(Limit.EACH_MODEL, 1, Limit.Window.ROLLING, true));
        assertThat(granted(limiter)).isTrue();
        clock.advance(Duration.ofSeconds(50));
        assertThat(granted(limiter)).isFalse();

        clock.advance(Duration.ofSeconds(20));
        assertThat(refused(limiter).retryAfter()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void beginsADayAtMidnightInTheZoneOfTheProvider() {
        var limiter = limiter(Limit.perDay(1, ZoneId.of("America/Los_Angeles")));
        assertThat(granted(limiter)).isTrue();
        assertThat(refused(limiter).retryAfter())
                .isEqualTo(Duration.ofMinutes(22 * 60 - 1).plusSeconds(30));

        clock.set("2026-11-26T07:59:59Z");
        assertThat(granted(limiter)).isFalse();
        clock.set("2026-11-26T08:00:00Z");
        assertThat(granted(limiter)).isTrue();
    }

    @Test
    void givesAShortDayItsRealLength() {
        clock.set("2026-03-08T08:00:00Z");
        var limiter = limiter(Limit.perDay(1, ZoneId.of("America/Los_Angeles")));
        assertThat(granted(limiter)).isTrue();

        assertThat(refused(limiter).retryAfter()).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void holdsAPlaceUntilItIsLeftOrItsEndIsReached() {
        var limiter = limiter(Limit.inFlight(2));
        Place left = place(limiter);
        Place ending = place(limiter);
        assertThat(granted(limiter)).isFalse();

        left.leave();
        left.leave();
        assertThat(granted(limiter)).isTrue();
        assertThat(granted(limiter)).isFalse();

        ending.leaveAt(clock.instant().plusSeconds(5));
        assertThat(refused(limiter).retryAfter()).isEqualTo(Duration.ofSeconds(5));
        clock.advance(Duration.ofSeconds(5));
        assertThat(granted(limiter)).isTrue();
        assertThat(granted(limiter)).isFalse();
    }

    @Test
    void promisesNoPlaceOfSomebodyWhoHasLeftEarly() {
        var limiter = limiter(Limit.inFlight(2));
        Place early = place(limiter);
        early.leaveAt(clock.instant().plusSeconds(1));
        Place late = place(limiter);
        late.leaveAt(clock.instant().plusSeconds(60));
        early.leave();
        assertThat(granted(limiter)).isTrue();

        assertThat(refused(limiter).retryAfter()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void spendsToTheLimitAndTakesARefundBackOnce() {
        var limiter = limiter(Limit.spend(250));
        Place refunded = place(limiter);
        assertThat(granted(limiter)).isTrue();
        assertThat(granted(limiter)).isFalse();

        refunded.refund();
        refunded.refund();
        assertThat(granted(limiter)).isTrue();
        assertThat(granted(limiter)).isFalse();
    }

    @Test
    void countsEachModelByItselfAndAllModelsTogether() {
        var limiter = limiter(
                new Limit.InFlight(Limit.EACH_MODEL, 1),
                new Limit.InFlight(Limit.ALL_MODELS, 2),
                new Limit.PerMinute("other", 1, Limit.Window.ROLLING, false));
        assertThat(limiter.take("model", 0)).isInstanceOf(Decision.Granted.class);
        assertThat(limiter.take("model", 0)).isInstanceOf(Decision.Refused.class);
        Place other = ((Decision.Granted) limiter.take("other", 0)).place();
        assertThat(limiter.take("third", 0)).isInstanceOf(Decision.Refused.class);

        other.leave();
        assertThat(limiter.take("other", 0)).isInstanceOf(Decision.Refused.class);
        assertThat(limiter.take("third", 0)).isInstanceOf(Decision.Granted.class);
    }

    @Test
    void countsARefusedCallOnNoLimitAtAll() {
        var limiter = limiter(Limit.perMinute(2), Limit.inFlight(1));
        Place first = place(limiter);
        for (int i = 0; i < 10; i++) {
            assertThat(granted(limiter)).isFalse();
        }

        first.leave();
        assertThat(granted(limiter)).isTrue();
    }

    @Test
    void grantsExactlyTheLimitToTwoHundredThreads() throws Exception {
        var limiter = limiter(Limit.perMinute(137), new Limit.InFlight(Limit.ALL_MODELS, 150));
        var start = new CyclicBarrier(200);
        Callable<Integer> caller = () -> {
            start.await();
            int granted = 0;
            for (int i = 0; i < 20; i++) {
                granted += granted(limiter) ? 1 : 0;
            }
            return granted;
        };
        int granted = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var callers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 200; i++) {
                callers.add(threads.submit(caller));
            }
            for (Future<Integer> each : callers) {
                granted += each.get();
            }
        }

        assertThat(granted).isEqualTo(137);
    }

    private Limiter limiter(Limit... limits) {
        return new Limiter(clock, List.of(limits));
    }

    private static boolean granted(Limiter limiter) {
        return limiter.take("model", 100) instanceof Decision.Granted;
    }

    private static Place place(Limiter limiter) {
        return ((Decision.Granted) limiter.take("model", 100)).place();
    }

    private static Decision.Refused refused(Limiter limiter) {
        return (Decision.Refused) limiter.take("model", 100);
    }
}
