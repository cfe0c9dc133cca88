package io.vimax.keypool.pool;

import static io.vimax.keypool.limit.LimitKind.IN_FLIGHT;
import static io.vimax.keypool.limit.LimitKind.ROLLING_MINUTE;
import static io.vimax.keypool.pool.TestPool.LENGTH;
import static io.vimax.keypool.pool.TestPool.MODEL;
import static io.vimax.keypool.pool.TestPool.limit;
import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.keypool.health.Consequence;
import io.vimax.keypool.health.Outcome;
import io.vimax.keypool.pool.Answer.Grant;
import io.vimax.keypool.pool.Answer.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What outcomes do in the pool: who rests, for how long, who tries again, and what is no key's fault. */
class RestTest {

    private static final Outcome LIMITED = new Outcome.RateLimited(null, false);
    private static final Outcome FAILED = new Outcome.ProviderError(null);

    private final TestPool test = TestPool.at("2026-03-08T06:00:00Z");

    @Test
    void aLimitedKeyRestsForThatModelAndOthersGoOn() {
        UUID scope = test.scope();
        UUID one = test.key(scope);
        UUID two = test.key(test.scope());
        test.load();

        end(take(one), new Outcome.RateLimited(Duration.ofSeconds(9), false));

        assertThat(IntStream.range(0, 3).mapToObj(_ -> test.granted().keyId())).containsOnly(two);
        assertThat(test.acquire(only(one, "other")).grants()).hasSize(1);
        assertThat(test.acquire(only(one, MODEL)).refusal())
                .isEqualTo(new Refusal("rate_limited", Duration.ofSeconds(9)));
        test.pass(Duration.ofSeconds(9));
        assertThat(test.acquire(only(one, MODEL)).grants()).hasSize(1);
    }

    @Test
    void withoutAHintThePauseDoublesUpToFiveMinutesAndASuccessEndsThat() {
        test.key(test.scope());
        test.load();
        List<Long> pauses = new ArrayList<>();
        for (int failure = 0; failure < 8; failure++) {
            end(test.granted(), LIMITED);
            Duration pause = java.util.Objects.requireNonNull(test.refused().retryAfter());
            pauses.add(pause.toSeconds());
            test.pass(pause);
        }

        assertThat(pauses).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L);
        assertThat(end(test.granted(), new Outcome.Success()).ended()).hasSize(1);
        end(test.granted(), LIMITED);
        assertThat(test.refused().retryAfter()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aShorterRestNeverReplacesALongerOneAndABurstIsOneFailure() {
        test.key(test.scope());
        test.load();
        List<Grant> burst = List.of(test.granted(), test.granted(), test.granted());

        end(burst.get(0), new Outcome.RateLimited(Duration.ofSeconds(60), false));
        end(burst.get(1), new Outcome.RateLimited(Duration.ofSeconds(2), false));
        Settled.Done last = end(burst.get(2), LIMITED);

        assertThat(test.refused().retryAfter()).isEqualTo(Duration.ofSeconds(60));
        assertThat(last.rests().getFirst().inARow()).isEqualTo(1);
    }

    @Test
    void aSuccessOfAJobThatBeganEarlierDoesNotEndARest() {
        test.key(test.scope());
        test.load();
        Grant earlier = test.granted();
        end(test.granted(), LIMITED);

        end(earlier, new Outcome.Success());

        assertThat(test.refused().reason()).isEqualTo("rate_limited");
    }

    @Test
    void aUsedUpDayRestsUntilMidnightOfItsZone() {
        test.key(test.scope(null, ZoneId.of("America/Los_Angeles")));
        test.load();

        end(test.granted(), new Outcome.RateLimited(Duration.ofSeconds(30), true));

        assertThat(test.refused().retryAfter())
                .isEqualTo(Duration.between(test.instant(), Instant.parse("2026-03-08T08:00:00Z")));
    }

    @Test
    void aSecondKeyOfOneAccountThatIsLimitedStopsTheAccountForTheModel() {
        UUID scope = test.scope();
        UUID one = test.key(scope);
        UUID two = test.key(scope);
        UUID three = test.key(scope);
        test.load();
        end(take(one), LIMITED);
        assertThat(test.acquire(only(three, MODEL)).grants()).hasSize(1);

        end(take(two), LIMITED);

        assertThat(test.acquire(only(three, MODEL)).refusal())
                .isEqualTo(new Refusal("rate_limited", Duration.ofSeconds(5)));
        assertThat(test.acquire(only(three, "other")).grants()).hasSize(1);
    }

    @Test
    void anAccountThatRunsTooMuchAtOnceRestsAndItsWorkingLimitSinks() {
        UUID scope = test.scope(limit(IN_FLIGHT, null, 10));
        test.key(scope);
        test.load();
        List<Grant> running =
                IntStream.range(0, 4).mapToObj(_ -> test.granted()).toList();

        Settled.Done done = end(running.getFirst(), new Outcome.ConcurrencyLimited(null));

        assertThat(done.lowered()).isEqualTo(3);
        assertThat(test.refused()).isEqualTo(new Refusal("in_flight", LENGTH));
        end(running.get(1), new Outcome.Success());
        assertThat(test.refused()).isEqualTo(new Refusal("concurrency_limited", Duration.ofSeconds(5)));
        test.pass(Duration.ofSeconds(5));
        test.granted();
        assertThat(test.refused()).isEqualTo(new Refusal("in_flight", Duration.ofSeconds(25)));
        assertThat(test.pool
                        .look(running.getFirst().keyId(), List.of())
                        .orElseThrow()
                        .limits())
                .anySatisfy(seen -> {
                    assertThat(seen.working()).isEqualTo(3);
                    assertThat(seen.most()).isEqualTo(10);
                });
    }

    @Test
    void aLimitThatWasTooHighSinksOncePerBurstAndComesBackSlowly() {
        test.key(test.scope(limit(ROLLING_MINUTE, "*", 8)));
        test.load();
        List<Grant> burst = List.of(test.granted(), test.granted(), test.granted());
        burst.forEach(grant -> end(grant, new Outcome.RateLimited(Duration.ofMinutes(1), false)));
        test.pass(Duration.ofSeconds(61));

        List<Grant> next = IntStream.range(0, 6).mapToObj(_ -> test.granted()).toList();
        assertThat(test.refused().reason()).isEqualTo("requests_per_minute");
        next.forEach(grant -> end(grant, new Outcome.Success()));
        test.pass(Duration.ofSeconds(61));
        assertThat(inAMinute()).isEqualTo(6);
        test.pass(Duration.ofSeconds(61));
        assertThat(inAMinute()).isEqualTo(7);
        test.pass(Duration.ofSeconds(61));
        assertThat(inAMinute()).isEqualTo(8);
        test.pass(Duration.ofSeconds(61));
        assertThat(inAMinute()).isEqualTo(8);
    }

    @Test
    void aSaturatedModelRestsForEverybodyAndThenOneJobTries() {
        UUID one = test.key(test.scope());
        test.key(test.scope());
        test.load();

        end(test.granted(), new Outcome.Saturated(null));

        assertThat(test.refused()).isEqualTo(new Refusal("saturated", Duration.ofSeconds(5)));
        assertThat(test.acquire("other").grants()).hasSize(1);
        assertThat(test.acquire(only(one, "other")).grants()).hasSize(1);
        test.pass(Duration.ofSeconds(5));
        Grant trying = test.granted();
        assertThat(test.refused()).isEqualTo(new Refusal("probing", LENGTH));
        end(trying, new Outcome.Saturated(null));
        assertThat(test.refused()).isEqualTo(new Refusal("saturated", Duration.ofSeconds(10)));
        test.pass(Duration.ofSeconds(10));
        assertThat(end(test.granted(), new Outcome.Success()).ended()).containsExactly("model|" + MODEL);
        test.granted();
        test.granted();
    }

    @Test
    void ofSeveralAskedForTogetherOnlyOneTries() {
        test.key(test.scope());
        test.load();
        var three = new Wish(
                List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()),
                MODEL,
                null,
                Set.of(),
                null,
                LENGTH,
                0);
        end(test.granted(), new Outcome.Saturated(null));
        test.pass(Duration.ofSeconds(5));

        Answer.Lent ofAModel = test.acquire(three);

        assertThat(ofAModel.grants()).hasSize(1);
        assertThat(ofAModel.refused().orElseThrow()).isEqualTo(new Refusal("probing", LENGTH));
        end(ofAModel.grants().getFirst(), new Outcome.KeyInvalid());
        test.pass(Duration.ofHours(1));

        Answer.Lent ofAKey = test.acquire(three);

        assertThat(ofAKey.grants()).hasSize(1);
        assertThat(ofAKey.refused().orElseThrow()).isEqualTo(new Refusal("probing", LENGTH));
    }

    @Test
    void aJobThatTriesAndIsStoppedLetsTheNextOneTry() {
        test.key(test.scope());
        test.load();
        end(test.granted(), new Outcome.Saturated(null));
        test.pass(Duration.ofSeconds(5));
        Grant trying = test.granted();

        end(trying, new Outcome.Cancelled());

        Grant next = test.granted();
        assertThat(test.refused().reason()).isEqualTo("probing");
        test.pass(LENGTH);
        assertThat(test.granted().fence()).isGreaterThan(next.fence());
    }

    @Test
    void anInvalidKeyIsTriedOnceAnHourLaterAndThenNeverAgain() {
        UUID bad = test.key(test.scope());
        UUID good = test.key(test.scope());
        test.load();
        end(take(bad), new Outcome.KeyInvalid());
        assertThat(test.acquire(only(bad, MODEL)).refusal()).isEqualTo(new Refusal("key_invalid", Duration.ofHours(1)));
        test.pass(Duration.ofHours(1));
        Grant trying = take(bad);
        assertThat(test.acquire(only(bad, MODEL)).refused().orElseThrow().reason())
                .isEqualTo("probing");

        end(trying, new Outcome.KeyInvalid());

        assertThat(test.acquire(only(bad, MODEL)).refused().orElseThrow().retryAfter())
                .isGreaterThan(Duration.ofDays(3_000));
        assertThat(test.granted().keyId()).isEqualTo(good);
        test.pool.lift(test.configuration().key(bad).orElseThrow().scopeId(), Optional.of(bad));
        assertThat(test.acquire(only(bad, MODEL)).grants()).hasSize(1);
    }

    @Test
    void anAccountWithoutCreditIsParkedWithAllItsKeysAndRecheckedHourly() {
        UUID scope = test.scope();
        UUID one = test.key(scope);
        UUID two = test.key(scope);
        test.load();

        end(take(one), new Outcome.OutOfCredit());

        assertThat(test.acquire(only(two, MODEL)).refusal())
                .isEqualTo(new Refusal("out_of_credit", Duration.ofHours(1)));
        test.pass(Duration.ofHours(1));
        end(take(two), new Outcome.OutOfCredit());
        assertThat(test.acquire(only(one, MODEL)).refused().orElseThrow().retryAfter())
                .isEqualTo(Duration.ofHours(1));
        test.pass(Duration.ofHours(1));
        assertThat(end(take(two), new Outcome.Success()).ended()).containsExactly(scope.toString());
        assertThat(test.acquire(only(one, MODEL)).grants()).hasSize(1);
    }

    @Test
    void aKeyThatIsWorseThanTheOthersRestsAfterThreeFailures() {
        UUID bad = test.key(test.scope());
        UUID good = test.key(test.scope());
        UUID better = test.key(test.scope());
        test.load();
        for (int failure = 0; failure < 4; failure++) {
            end(take(bad), FAILED);
            end(take(good), new Outcome.Success());
            end(take(better), new Outcome.Success());
        }

        assertThat(test.acquire(only(bad, MODEL)).refusal()).isEqualTo(new Refusal("failing", Duration.ofSeconds(5)));
        assertThat(test.granted().keyId()).isIn(good, better);
        test.pass(Duration.ofSeconds(5));
        assertThat(end(take(bad), new Outcome.Success()).ended()).containsExactly(bad.toString());
    }

    @Test
    void whenMostKeysFailTheProviderRestsAndNoKeyIsBlamed() {
        List<UUID> keys =
                IntStream.range(0, 6).mapToObj(_ -> test.key(test.scope())).toList();
        test.load();
        Settled.Done last = Settled.Done.NOTHING;
        for (int failure = 0; failure < 5; failure++) {
            last = end(take(keys.get(failure)), FAILED);
            assertThat(last.outage()).isTrue();
        }

        assertThat(last.rests()).extracting(Settled.Rest::holder).containsExactly("provider");
        assertThat(test.refused()).isEqualTo(new Refusal("provider_down", Duration.ofSeconds(5)));
        test.pass(Duration.ofSeconds(5));
        Grant trying = test.granted();
        assertThat(test.refused().reason()).isEqualTo("probing");
        end(trying, FAILED);
        assertThat(test.refused()).isEqualTo(new Refusal("provider_down", Duration.ofSeconds(10)));
        test.pass(Duration.ofSeconds(10));
        end(test.granted(), new Outcome.Success());
        assertThat(IntStream.range(0, 6).mapToObj(_ -> test.granted().keyId()))
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void manyKeysRefusedWithinSecondsIsAnOutageAndTheFirstOnesComeBack() {
        List<UUID> keys =
                IntStream.range(0, 4).mapToObj(_ -> test.key(test.scope())).toList();
        test.load();
        assertThat(end(take(keys.get(0)), new Outcome.KeyInvalid()).rests()).hasSize(1);
        assertThat(end(take(keys.get(1)), new Outcome.KeyInvalid()).rests()).hasSize(1);

        Settled.Done third = end(take(keys.get(2)), new Outcome.KeyInvalid());

        assertThat(third.outage()).isTrue();
        assertThat(third.reinstated()).containsExactlyInAnyOrder(keys.get(0), keys.get(1));
        test.pass(Duration.ofSeconds(5));
        end(test.granted(), new Outcome.Success());
        assertThat(IntStream.range(0, 4).mapToObj(_ -> test.granted().keyId()))
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void oneBadKeyAmongManyIsNoOutage() {
        List<UUID> keys =
                IntStream.range(0, 4).mapToObj(_ -> test.key(test.scope())).toList();
        test.load();
        end(take(keys.get(0)), FAILED);
        keys.forEach(key -> end(take(key), new Outcome.Success()));

        Settled.Done done = end(take(keys.get(1)), new Outcome.KeyInvalid());

        assertThat(done.outage()).isFalse();
        assertThat(done.rests())
                .extracting(Settled.Rest::holder)
                .containsExactly(keys.get(1).toString());
    }

    @Test
    void whatTheBooksSayOfAKeyBeatsWhatRests() {
        UUID key = test.key(test.scope());
        test.load();
        test.blame(key, true);
        test.load();
        assertThat(test.refused()).isEqualTo(new Refusal("key_invalid", Duration.ofHours(1)));

        test.blame(key, false);
        test.load();

        assertThat(test.acquire().grants()).hasSize(1);
    }

    @Test
    void refusedContentSaysThatTheKeyWorks() {
        test.key(test.scope());
        test.load();
        end(test.granted(), LIMITED);
        test.pass(Duration.ofSeconds(5));

        assertThat(end(test.granted(), new Outcome.ContentRejected()).ended()).hasSize(1);
        assertThat(end(test.granted(), new Outcome.NotSent()).rests()).isEmpty();
        test.granted();
    }

    @Test
    void saysWhatRestsAndWhatIsLeft() {
        UUID key = test.key(test.scope(limit(IN_FLIGHT, null, 5), limit(ROLLING_MINUTE, "*", 8)));
        test.load();
        test.granted();
        end(test.granted(), new Outcome.RateLimited(Duration.ofSeconds(20), true));

        KeyView seen = test.pool.look(key, List.of()).orElseThrow();

        assertThat(seen.inFlight()).isEqualTo(1);
        assertThat(seen.rests()).singleElement().satisfies(rest -> {
            assertThat(rest.holder()).isEqualTo(key + "|" + MODEL);
            assertThat(rest.reason()).isEqualTo("rate_limited");
            assertThat(rest.since()).isEqualTo(seen.at());
        });
        assertThat(seen.limits())
                .extracting(KeyView.LimitView::kind, KeyView.LimitView::headroom)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("flight", 4L),
                        org.assertj.core.groups.Tuple.tuple("minute", 6L));
        assertThat(test.pool.look(UUID.randomUUID(), List.of())).isEmpty();
    }

    /** Uses up what is free now, all with success. */
    private int inAMinute() {
        List<Grant> granted = new ArrayList<>();
        Answer.Lent lent = test.acquire();
        while (lent.refusal() == null) {
            granted.add(lent.grants().getFirst());
            lent = test.acquire();
        }
        granted.forEach(grant -> end(grant, new Outcome.Success()));
        return granted.size();
    }

    private Grant take(UUID key) {
        return test.acquire(only(key, MODEL)).grants().getFirst();
    }

    private Wish only(UUID key, String model) {
        Set<UUID> others = new java.util.HashSet<>(test.configuration().keys().stream()
                .map(io.vimax.keypool.limit.PoolConfiguration.Key::id)
                .toList());
        others.remove(key);
        return new Wish(List.of(UUID.randomUUID()), model, null, others, null, LENGTH, 0);
    }

    private Settled.Done end(Grant grant, Outcome outcome) {
        return test.settle(grant, 0, Consequence.of(outcome, 0).effect());
    }
}
