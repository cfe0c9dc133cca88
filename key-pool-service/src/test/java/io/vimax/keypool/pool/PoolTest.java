package io.vimax.keypool.pool;

import static io.vimax.keypool.limit.LimitKind.CLOCK_DAY;
import static io.vimax.keypool.limit.LimitKind.CLOCK_MINUTE;
import static io.vimax.keypool.limit.LimitKind.IN_FLIGHT;
import static io.vimax.keypool.limit.LimitKind.ROLLING_DAY;
import static io.vimax.keypool.limit.LimitKind.ROLLING_MINUTE;
import static io.vimax.keypool.limit.LimitKind.SPEND_DAY;
import static io.vimax.keypool.limit.LimitKind.SPEND_MONTH;
import static io.vimax.keypool.pool.TestPool.LENGTH;
import static io.vimax.keypool.pool.TestPool.MODEL;
import static io.vimax.keypool.pool.TestPool.REDIS;
import static io.vimax.keypool.pool.TestPool.limit;
import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.keypool.limit.Policy;
import io.vimax.keypool.pool.Answer.Grant;
import io.vimax.keypool.pool.Answer.Refusal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every kind of limit and every way a lease ends, on a real Redis whose clock stands still. */
class PoolTest {

    private final TestPool test = TestPool.at("2026-03-07T12:00:00Z");

    @Test
    void lendsUpToTheSlotsAndSaysWhenTheFirstLeaseEnds() {
        test.key(test.scope(limit(IN_FLIGHT, null, 2)));
        test.load();

        test.granted();
        test.pass(Duration.ofSeconds(10));
        test.granted();

        assertThat(test.refused()).isEqualTo(new Refusal("in_flight", Duration.ofSeconds(20)));
        test.pass(Duration.ofSeconds(20));
        assertThat(test.acquire().refusal()).isNull();
    }

    @Test
    void keepsARollingMinuteAndTheWayToTheProviderToTheMillisecond() {
        test.key(test.scope(limit(ROLLING_MINUTE, "*", 2)));
        test.load();
        test.settle(test.granted());
        test.pass(Duration.ofSeconds(40));
        test.settle(test.granted());

        assertThat(test.refused()).isEqualTo(new Refusal("requests_per_minute", Duration.ofMillis(20_500)));
        test.pass(Duration.ofMillis(20_499));
        assertThat(test.refused().retryAfter()).isEqualTo(Duration.ofMillis(1));
        test.pass(Duration.ofMillis(1));
        assertThat(test.acquire().refusal()).isNull();
        assertThat(test.refused().retryAfter()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void countsEveryModelOnItsOwnUnlessTheLimitIsForAll() {
        test.key(test.scope(limit(ROLLING_MINUTE, "*", 1), limit(ROLLING_DAY, null, 3)));
        test.load();

        test.granted("a");
        test.granted("b");

        assertThat(test.acquire("a").refused().orElseThrow().reason()).isEqualTo("requests_per_minute");
        test.granted("c");
        assertThat(test.acquire("d").refused().orElseThrow().reason()).isEqualTo("requests_per_day");
    }

    @Test
    void aLimitForANamedModelBeatsTheOneForEveryModel() {
        test.key(test.scope(limit(ROLLING_MINUTE, "*", 1), limit(ROLLING_MINUTE, "big", 2), limit(IN_FLIGHT, "*", 5)));
        test.load();

        test.granted("big");
        test.granted("big");

        assertThat(test.acquire("big").refusal()).isNotNull();
        test.granted("small");
        assertThat(test.acquire("small").refusal()).isNotNull();
    }

    @Test
    void lendsNothingThatMightArriveInTheNextWindowOfTheClock() {
        test.key(test.scope(limit(CLOCK_MINUTE, "*", 2), limit(CLOCK_DAY, null, 100)));
        test.load();
        test.pass(Duration.ofMillis(59_499));
        test.granted();
        test.pass(Duration.ofMillis(1));

        assertThat(test.refused()).isEqualTo(new Refusal("requests_per_minute", Duration.ofMillis(500)));
        test.pass(Duration.ofMillis(500));
        test.granted();
    }

    @Test
    void aClockMinuteBeginsAnewAtTheFullMinute() {
        test.key(test.scope(limit(CLOCK_MINUTE, "*", 2)));
        test.load();
        test.pass(Duration.ofMillis(59_000));
        test.granted();
        test.granted();

        assertThat(test.refused()).isEqualTo(new Refusal("requests_per_minute", Duration.ofSeconds(1)));
        test.pass(Duration.ofSeconds(1));
        test.granted();
        test.granted();
        assertThat(test.refused().retryAfter()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aDayEndsAtMidnightPacificOnTheShortDayOfSpring() {
        // 2026-03-08 has 23 hours in Los Angeles: its midnights are 08:00Z and 07:00Z of the next day.
        test.set("2026-03-08T07:59:59Z");
        test.key(test.scope(null, ZoneId.of("America/Los_Angeles"), limit(CLOCK_DAY, "*", 1)));
        test.load();
        test.granted();

        assertThat(test.refused()).isEqualTo(new Refusal("requests_per_day", Duration.ofSeconds(1)));
        test.set("2026-03-08T08:00:00Z");
        test.granted();
        assertThat(test.refused().retryAfter()).isEqualTo(Duration.ofHours(23));
        test.set("2026-03-09T07:00:00Z");
        test.granted();
        assertThat(test.refused().retryAfter()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void theLongDayOfAutumnHas25Hours() {
        test.set("2026-11-01T07:00:00Z");
        test.key(test.scope(null, ZoneId.of("America/Los_Angeles"), limit(CLOCK_DAY, "*", 1)));
        test.load();
        test.granted();

        assertThat(test.refused().retryAfter()).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void wantsItsCalendarAnewBeforeItRunsOut() {
        test.key(test.scope(null, ZoneId.of("Asia/Kathmandu"), limit(CLOCK_DAY, "*", 1)));
        test.load();
        test.pass(Duration.ofDays(11));

        assertThat(test.pool.acquire(Wish.of(UUID.randomUUID(), MODEL, LENGTH), test.version()))
                .isInstanceOf(Answer.Outdated.class);
        assertThat(test.pool.load(test.configuration(), test.instant())).isEqualTo(test.version());
        test.granted();
        assertThat(test.refused().reason()).isEqualTo("requests_per_day");
    }

    @Test
    void reservesAPriceAndSettlesWhatItDidCost() {
        test.key(test.scope(limit(SPEND_DAY, null, 1_000_000)));
        test.load();
        Grant first = priced(700_000).grants().getFirst();

        assertThat(priced(400_000).refusal()).isEqualTo(new Refusal("spend", Duration.ofHours(12)));
        Grant small = priced(300_000).grants().getFirst();
        assertThat(priced(0).refusal()).isEqualTo(new Refusal("spend", Duration.ofHours(12)));

        test.settle(first, 100_000, Effect.WORKS);
        Grant next = priced(600_000).grants().getFirst();
        test.settle(small, 300_000, Effect.WORKS);
        test.settle(next, 900_000, Effect.WORKS);
        assertThat(priced(0).refusal()).isNotNull();
        test.set("2026-03-08T00:00:00Z");
        assertThat(priced(1_000_000).refusal()).isNull();
    }

    @Test
    void aPriceFromYesterdayDoesNotCountToday() {
        test.key(test.scope(limit(SPEND_DAY, null, 1_000)));
        test.load();
        test.set("2026-03-07T23:59:50Z");
        Grant late = priced(900).grants().getFirst();
        test.set("2026-03-08T00:00:05Z");
        Grant today = priced(800).grants().getFirst();

        test.settle(late, 5_000, Effect.WORKS);

        test.settle(today, 100, Effect.WORKS);
        assertThat(priced(900).refusal()).isNull();
        assertThat(priced(1).refusal()).isNotNull();
    }

    @Test
    void aMonthOfSpendingEndsWithTheMonth() {
        test.key(test.scope(limit(SPEND_MONTH, "*", 1_000)));
        test.load();
        test.settle(priced(0).grants().getFirst(), 1_200, Effect.WORKS);

        assertThat(priced(0).refusal())
                .isEqualTo(new Refusal(
                        "spend", Duration.between(test.instant(), java.time.Instant.parse("2026-04-01T00:00:00Z"))));
    }

    @Test
    void aLimitOfAKeyHoldsForThatKeyAlone() {
        UUID scope = test.scope();
        UUID tight = test.key(scope, limit(ROLLING_MINUTE, null, 1));
        UUID free = test.key(scope);
        test.load();

        List<UUID> lent =
                IntStream.range(0, 4).mapToObj(_ -> test.granted().keyId()).toList();

        assertThat(lent).containsExactlyInAnyOrder(tight, free, free, free);
    }

    @Test
    void reservesOnEveryLimitOrOnNone() {
        UUID scope = test.scope(limit(ROLLING_MINUTE, null, 5));
        test.key(scope, limit(IN_FLIGHT, null, 1));
        test.load();
        Grant first = test.granted();
        IntStream.range(0, 20).forEach(_ -> assertThat(test.refused().reason()).isEqualTo("in_flight"));

        test.settle(first);

        IntStream.range(0, 4).forEach(_ -> test.settle(test.granted()));
        assertThat(test.refused().reason()).isEqualTo("requests_per_minute");
    }

    @Test
    void givesTheSameAnswerForTheSameLease() {
        test.key(test.scope(limit(IN_FLIGHT, null, 1)));
        test.load();
        Wish wish = Wish.of(UUID.randomUUID(), MODEL, LENGTH);

        Grant first = test.acquire(wish).grants().getFirst();
        Grant again = test.acquire(wish).grants().getFirst();

        assertThat(first.fresh()).isTrue();
        assertThat(again)
                .isEqualTo(new Grant(
                        first.leaseId(), first.keyId(), first.scopeId(), first.fence(), first.expiresAt(), false));
    }

    @Test
    void givesTheSameAnswerForTheSameLeaseTwiceInOneCall() {
        test.key(test.scope(limit(IN_FLIGHT, null, 2)));
        test.load();
        UUID twice = UUID.randomUUID();

        List<Grant> grants = test.acquire(
                        new Wish(List.of(twice, twice, UUID.randomUUID()), MODEL, null, Set.of(), null, LENGTH, 0))
                .grants();

        assertThat(grants).hasSize(3);
        assertThat(grants.get(1).fence()).isEqualTo(grants.get(0).fence());
        assertThat(grants.get(1).fresh()).isFalse();
        assertThat(grants.get(2).fence()).isGreaterThan(grants.get(0).fence());
        assertThat(test.refused().reason()).isEqualTo("in_flight");
    }

    @Test
    void lendsManyAtOnceAndSaysWhyNotAll() {
        test.key(test.scope(limit(IN_FLIGHT, null, 3)));
        test.load();
        List<UUID> ids = IntStream.range(0, 5).mapToObj(_ -> UUID.randomUUID()).toList();

        Answer.Lent lent = test.acquire(new Wish(ids, MODEL, null, Set.of(), null, LENGTH, 0));

        assertThat(lent.grants()).extracting(Grant::leaseId).containsExactlyElementsOf(ids.subList(0, 3));
        assertThat(lent.refusal()).isEqualTo(new Refusal("in_flight", LENGTH));
    }

    @Test
    void sharesByWeightAndTakesTheLongestUnusedAmongEquals() {
        UUID scope = test.scope();
        UUID strong = test.key(scope, 3, 100, Set.of());
        UUID weak = test.key(test.scope(), 1, 100, Set.of());
        test.load();

        List<UUID> lent =
                IntStream.range(0, 8).mapToObj(_ -> test.granted().keyId()).toList();

        assertThat(lent).filteredOn(strong::equals).hasSize(6);
        assertThat(lent).filteredOn(weak::equals).hasSize(2);
    }

    @Test
    void roundRobinTakesEachInTurn() {
        test.policy(Policy.ROUND_ROBIN);
        UUID scope = test.scope();
        List<UUID> keys = List.of(test.key(scope, 900, 1, Set.of()), test.key(scope), test.key(test.scope()));
        test.load();

        List<UUID> lent =
                IntStream.range(0, 6).mapToObj(_ -> test.granted().keyId()).toList();

        assertThat(lent.subList(0, 3)).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(lent.subList(3, 6)).isEqualTo(lent.subList(0, 3));
    }

    @Test
    void priorityUsesUpTheLowerTierFirst() {
        test.policy(Policy.PRIORITY);
        UUID spare = test.key(test.scope(), 1000, 2, Set.of());
        UUID first = test.key(test.scope(limit(IN_FLIGHT, null, 2)), 1, 1, Set.of());
        test.load();

        List<UUID> lent =
                IntStream.range(0, 3).mapToObj(_ -> test.granted().keyId()).toList();

        assertThat(lent).containsExactly(first, first, spare);
    }

    @Test
    void changesThePolicyOnTheFly() {
        UUID spare = test.key(test.scope(), 1, 2, Set.of());
        UUID first = test.key(test.scope(), 1, 1, Set.of());
        test.load();
        test.granted();
        test.granted();

        test.policy(Policy.PRIORITY);
        test.load();

        assertThat(IntStream.range(0, 3).mapToObj(_ -> test.granted().keyId())).containsOnly(first);
        assertThat(spare).isNotEqualTo(first);
    }

    @Test
    void passesOverExcludedKeysAndPrefersThePreferred() {
        UUID scope = test.scope();
        UUID one = test.key(scope);
        UUID two = test.key(scope);
        UUID three = test.key(test.scope(limit(IN_FLIGHT, null, 1)));
        test.load();

        assertThat(keyOf(Set.of(one, three), null)).isEqualTo(two);
        assertThat(keyOf(Set.of(one), two)).isEqualTo(two);
        assertThat(keyOf(Set.of(), three)).isEqualTo(three);
        assertThat(keyOf(Set.of(), three)).isIn(one, two);
        assertThat(keyOf(Set.of(two), two)).isEqualTo(one);
        assertThat(test.acquire(wish(Set.of(one, two, three), null)).refusal()).isEqualTo(new Refusal("no_key", null));
        assertThat(test.acquire(wish(Set.of(one, two), null)).refusal()).isEqualTo(new Refusal("in_flight", LENGTH));
    }

    @Test
    void lendsAKeyOnlyForItsModels() {
        UUID scope = test.scope();
        UUID only = test.key(scope, 1, 100, Set.of("a"));
        test.load();

        assertThat(test.granted("a").keyId()).isEqualTo(only);
        assertThat(test.acquire("b").refusal()).isEqualTo(new Refusal("no_key", null));
    }

    @Test
    void lendsAPersonsOwnKeysToThatPersonAlone() {
        UUID owner = UUID.randomUUID();
        UUID own = test.key(test.scope(owner, ZoneOffset.UTC));
        UUID shared = test.key(test.scope());
        test.load();

        assertThat(IntStream.range(0, 4).mapToObj(_ -> test.granted().keyId())).containsOnly(shared);
        assertThat(test.acquire(new Wish(List.of(UUID.randomUUID()), MODEL, owner, Set.of(), null, LENGTH, 0))
                        .grants()
                        .getFirst()
                        .keyId())
                .isEqualTo(own);
        assertThat(test.acquire(new Wish(List.of(UUID.randomUUID()), MODEL, null, Set.of(), own, LENGTH, 0))
                        .grants()
                        .getFirst()
                        .keyId())
                .isEqualTo(shared);
    }

    @Test
    void loadsOfOtherModelsCountForTheChoice() {
        UUID one = test.key(test.scope());
        UUID two = test.key(test.scope());
        test.load();
        UUID first = test.granted("a").keyId();
        test.granted("b");
        UUID busy = test.granted("a").keyId();
        test.granted("b");
        assertThat(first).isIn(one, two);

        IntStream.range(0, 3)
                .forEach(_ -> test.acquire(new Wish(
                        List.of(UUID.randomUUID()), "c", null, Set.of(busy.equals(one) ? two : one), null, LENGTH, 0)));

        assertThat(IntStream.range(0, 3).mapToObj(_ -> test.granted("a").keyId()))
                .containsOnly(busy.equals(one) ? two : one);
    }

    @Test
    void keepsALeaseAliveAndRefusesAForeignFence() {
        test.key(test.scope(limit(IN_FLIGHT, null, 1)));
        test.load();
        Grant grant = test.granted();
        test.pass(Duration.ofSeconds(20));

        assertThat(test.pool.extend(grant.leaseId(), grant.fence() + 1, LENGTH)).isInstanceOf(Pool.Extended.Lost.class);
        assertThat(test.pool.extend(grant.leaseId(), grant.fence(), LENGTH))
                .isEqualTo(new Pool.Extended.Until(test.instant().plus(LENGTH)));
        assertThat(test.refused().retryAfter()).isEqualTo(LENGTH);
        assertThat(test.pool.settle(grant.leaseId(), grant.fence() + 1, 0, Effect.WORKS))
                .isInstanceOf(Settled.Foreign.class);
        test.pass(LENGTH);
        assertThat(test.pool.extend(grant.leaseId(), grant.fence(), LENGTH)).isInstanceOf(Pool.Extended.Lost.class);
    }

    @Test
    void anExpiredLeaseIsGrantedAnewWithAHigherFence() {
        test.key(test.scope(limit(IN_FLIGHT, null, 1)));
        test.load();
        Wish wish = Wish.of(UUID.randomUUID(), MODEL, LENGTH);
        Grant first = test.acquire(wish).grants().getFirst();
        test.pass(LENGTH);

        Grant second = test.acquire(wish).grants().getFirst();

        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(test.pool.settle(first.leaseId(), first.fence(), 0, Effect.WORKS))
                .isInstanceOf(Settled.Foreign.class);
        assertThat(test.refused().reason()).isEqualTo("in_flight");
    }

    @Test
    void settlingTwiceSaysTheSameAndFreesOnce() {
        test.key(test.scope(limit(IN_FLIGHT, null, 1)));
        test.load();
        Grant grant = test.granted();
        Effect limited = Effect.rest("key_model", "rate_limited", 7_000, 5_000, 300_000, 0);

        Settled.Done first = test.settle(grant, 0, limited);
        test.pass(Duration.ofSeconds(1));

        assertThat(test.settle(grant, 0, limited)).isEqualTo(first);
        assertThat(first.rests()).hasSize(1);
        assertThat(test.refused()).isEqualTo(new Refusal("rate_limited", Duration.ofSeconds(6)));
        assertThat(test.pool.settle(UUID.randomUUID(), 1, 0, Effect.WORKS)).isInstanceOf(Settled.Unknown.class);
    }

    @Test
    void takesOverAChangedConfigurationWithoutLosingCounts() {
        UUID scope = test.scope(limit(ROLLING_MINUTE, null, 4), limit(IN_FLIGHT, null, 9));
        test.key(scope);
        test.load();
        List<Grant> grants = new ArrayList<>(List.of(test.granted(), test.granted(), test.granted()));

        test.change(scope, limit(ROLLING_MINUTE, null, 10), limit(IN_FLIGHT, null, 3), limit(IN_FLIGHT, MODEL, 3));
        assertThat(test.pool.acquire(Wish.of(UUID.randomUUID(), MODEL, LENGTH), test.version() + 1))
                .isInstanceOf(Answer.Outdated.class);
        test.load();
        assertThat(test.refused()).isEqualTo(new Refusal("in_flight", LENGTH));
        assertThat(test.pool.acquire(Wish.of(UUID.randomUUID(), MODEL, LENGTH), 1))
                .isEqualTo(new Answer.Behind(2));

        test.settle(grants.removeFirst());
        test.granted();
        test.change(scope, limit(ROLLING_MINUTE, null, 2));
        test.load();
        assertThat(test.refused().reason()).isEqualTo("requests_per_minute");
    }

    @Test
    void aRemovedKeyIsNotLentAndItsLeasesStillCount() {
        UUID scope = test.scope(limit(IN_FLIGHT, null, 2));
        UUID gone = test.key(scope);
        test.key(scope);
        test.load();
        Grant first = test.granted();
        Grant second = test.granted();

        test.remove(gone);
        test.load();

        assertThat(test.refused().reason()).isEqualTo("in_flight");
        test.settle(first.keyId().equals(gone) ? first : second);
        assertThat(test.granted().keyId()).isNotEqualTo(gone);
    }

    @Test
    void tellsThatItLostItsMemoryAndComesBackFromTheBooks() {
        UUID scope = test.scope(limit(IN_FLIGHT, null, 2), limit(ROLLING_MINUTE, "*", 3));
        UUID key = test.key(scope);
        UUID plain = test.scope(limit(IN_FLIGHT, null, 1));
        test.key(plain, 1, 100, Set.of("other"));
        test.load();
        Grant held = test.granted();
        REDIS.keys("vimax:pool:{" + test.service + "}:*").forEach(REDIS::del);

        assertThat(test.pool.acquire(Wish.of(UUID.randomUUID(), MODEL, LENGTH), test.version()))
                .isInstanceOf(Answer.Outdated.class);
        assertThat(test.pool.extend(held.leaseId(), held.fence(), LENGTH)).isInstanceOf(Pool.Extended.Forgotten.class);
        test.pool.load(test.configuration(), test.instant());
        assertThat(test.pool.acquire(Wish.of(UUID.randomUUID(), MODEL, LENGTH), test.version()))
                .isInstanceOf(Answer.Forgotten.class);
        var open = new Books.Open(
                held.leaseId(),
                key,
                scope,
                MODEL,
                held.fence(),
                held.expiresAt().toEpochMilli(),
                0,
                0);
        Books books = new Books("second", 70, List.of(open), List.of(), List.of(), List.of(), 60_000, List.of(scope));
        assertThat(test.pool.restore(books)).isTrue();
        assertThat(test.pool.restore(books)).isFalse();

        assertThat(test.granted("other").fence()).isEqualTo(71);
        assertThat(test.refused()).isEqualTo(new Refusal("rebuilding", Duration.ofMinutes(1)));
        assertThat(test.pool.extend(held.leaseId(), held.fence(), Duration.ofMinutes(2)))
                .isInstanceOf(Pool.Extended.Until.class);
        test.pass(Duration.ofMinutes(1));
        test.granted();
        assertThat(test.refused().reason()).isEqualTo("in_flight");
    }

    @Test
    void loadsItsScriptsAgainWhenTheServerForgotThem() {
        test.key(test.scope());
        test.load();

        REDIS.scriptFlush("any");

        assertThat(test.acquire().refusal()).isNull();
    }

    @Test
    void aClockThatStepsBackLendsNothingTooEarly() {
        test.key(test.scope(limit(ROLLING_MINUTE, null, 1)));
        test.load();
        test.settle(test.granted());

        test.pass(Duration.ofSeconds(-30));

        assertThat(test.refused()).isEqualTo(new Refusal("requests_per_minute", Duration.ofMillis(90_500)));
    }

    private Answer.Lent priced(long micros) {
        return test.acquire(new Wish(List.of(UUID.randomUUID()), MODEL, null, Set.of(), null, LENGTH, micros));
    }

    private static Wish wish(Set<UUID> excluded, @org.jspecify.annotations.Nullable UUID preferred) {
        return new Wish(List.of(UUID.randomUUID()), MODEL, null, excluded, preferred, LENGTH, 0);
    }

    private UUID keyOf(Set<UUID> excluded, @org.jspecify.annotations.Nullable UUID preferred) {
        return test.acquire(wish(excluded, preferred)).grants().getFirst().keyId();
    }
}
