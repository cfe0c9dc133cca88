package io.vimax.keypool.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.keypool.health.Consequence.KeyVerdict;
import io.vimax.keypool.health.Consequence.Task;
import io.vimax.keypool.pool.Effect;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of what each outcome does, row by row. */
class ConsequenceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            success,             -,         -,      -,              NOTHING,       DONE,      true
            rate_limited,        key_model, minute, -,              NOTHING,       OTHER_KEY, false
            concurrency_limited, scope,     flight, -,              NOTHING,       OTHER_KEY, false
            saturated,           model,     -,      -,              NOTHING,       LATER,     false
            key_invalid,         key,       -,      key_invalid,    INVALID,       OTHER_KEY, false
            out_of_credit,       scope,     -,      -,              OUT_OF_CREDIT, OTHER_KEY, false
            content_rejected,    -,         -,      -,              NOTHING,       GIVE_UP,   true
            bad_request,         -,         -,      -,              NOTHING,       GIVE_UP,   true
            provider_error,      -,         -,      provider_error, NOTHING,       AGAIN,     false
            not_sent,            -,         -,      -,              NOTHING,       AGAIN,     false
            cancelled,           -,         -,      -,              NOTHING,       DONE,      false
            """)
    void doesToKeyAccountModelAndTaskWhatTheDesignSays(
            String word,
            @Nullable String rest,
            @Nullable String lower,
            @Nullable String fails,
            KeyVerdict key,
            Task task,
            boolean works) {
        Outcome outcome = Outcome.of(word, null, false).orElseThrow();

        Consequence consequence = Consequence.of(outcome, 0);

        assertThat(outcome.word()).isEqualTo(word);
        assertThat(consequence.effect().rest()).isEqualTo(rest);
        assertThat(consequence.effect().lower()).isEqualTo(lower);
        assertThat(consequence.effect().fails()).isEqualTo(fails);
        assertThat(consequence.effect().works()).isEqualTo(works);
        assertThat(consequence.key()).isEqualTo(key);
        assertThat(consequence.task()).isEqualTo(task);
    }

    @Test
    void everyOutcomeOfTheWireHasAWordThatLeadsBackToIt() {
        var words = Arrays.stream(Outcome.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .map(name -> name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT))
                .filter(word -> !word.equals("expired"));

        assertThat(words)
                .allSatisfy(word -> assertThat(Outcome.of(word, null, false).map(Outcome::word))
                        .isEqualTo(Optional.of(word)));
        assertThat(Outcome.of("expired", null, false)).isEmpty();
        assertThat(Outcome.of("nonsense", null, false)).isEmpty();
    }

    @Test
    void takesTheHintOfTheProviderAndAddsATenthAtMost() {
        Effect effect = Consequence.of(new Outcome.RateLimited(Duration.ofSeconds(7), false), 0.5)
                .effect();

        assertThat(effect.hint()).isEqualTo(7_000);
        assertThat(effect.jitter()).isEqualTo(350);
        assertThat(effect.base()).isEqualTo(5_000);
        assertThat(effect.cap()).isEqualTo(300_000);
    }

    @Test
    void aHintOfNothingIsNoHint() {
        assertThat(Consequence.of(new Outcome.RateLimited(Duration.ZERO, false), 0)
                        .effect()
                        .hint())
                .isEqualTo(-1);
    }

    @Test
    void aUsedUpDayLowersNoLimitByTheMinute() {
        Effect effect = Consequence.of(new Outcome.RateLimited(null, true), 0).effect();

        assertThat(effect.day()).isTrue();
        assertThat(effect.lower()).isNull();
    }

    @Test
    void whatIsTriedAgainByOneJobAloneSaysSo() {
        assertThat(Consequence.of(new Outcome.KeyInvalid(), 0).effect().half()).isTrue();
        assertThat(Consequence.of(new Outcome.OutOfCredit(), 0).effect().half()).isTrue();
        assertThat(Consequence.of(new Outcome.Saturated(null), 0).effect().half())
                .isTrue();
        assertThat(Consequence.of(new Outcome.RateLimited(null, false), 0)
                        .effect()
                        .half())
                .isFalse();
    }
}
