package io.vimax.bench.portkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.bench.portkey.Door.Answer;
import io.vimax.bench.portkey.Outcome.End;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ARRIVAL = Duration.ofSeconds(10);

    private final SetTime time = new SetTime();

    @Test
    void waitsAsLongAsToldAndAsksAgain() throws InterruptedException {
        var door = new Scripted(
                new Answer.TurnedAway(Duration.ofSeconds(20)),
                new Answer.NotYet(Duration.ofSeconds(5)),
                new Answer.Served());

        Outcome outcome = new Caller(door, time, PATIENCE).call(ARRIVAL);

        assertThat(time.pauses).containsExactly(ARRIVAL, Duration.ofSeconds(20), Duration.ofSeconds(5));
        assertThat(outcome)
                .isEqualTo(
                        new Outcome(ARRIVAL, Duration.ofSeconds(35), End.SERVED, List.of(Duration.ofSeconds(10)), 1));
        assertThat(outcome.took()).isEqualTo(Duration.ofSeconds(25));
        assertThat(door.left).isTrue();
    }

    @Test
    void givesUpAtOnceWhenThePatienceWouldEndBeforeTheNextAttempt() throws InterruptedException {
        var door = new Scripted(
                new Answer.NotYet(Duration.ofSeconds(59)),
                new Answer.TurnedAway(Duration.ofSeconds(1)),
                new Answer.TurnedAway(Duration.ofMillis(1)),
                new Answer.Served());

        Outcome outcome = new Caller(door, time, PATIENCE).call(ARRIVAL);

        assertThat(outcome.end()).isEqualTo(End.GAVE_UP);
        assertThat(outcome.ended()).isEqualTo(Duration.ofSeconds(70));
        assertThat(outcome.turnedAway()).containsExactly(Duration.ofSeconds(69), Duration.ofSeconds(70));
    }

    @Test
    void doesNotRepeatWhatIsBroken() throws InterruptedException {
        var door = new Scripted(new Answer.Broken("HTTP 500"), new Answer.Served());

        assertThat(new Caller(door, time, PATIENCE).call(ARRIVAL).end()).isEqualTo(End.BROKEN);
    }

    /** Passes only by being waited for. */
    private static final class SetTime implements Stopwatch {

        private final List<Duration> pauses = new ArrayList<>();
        private Duration now = Duration.ZERO;

        @Override
        public Duration elapsed() {
            return now;
        }

        @Override
        public void pause(Duration length) {
            pauses.add(length);
            now = now.plus(length);
        }
    }

    private static final class Scripted implements Door {

        private final Queue<Answer> answers;
        private boolean left;

        Scripted(Answer... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public Visit enter() {
            return new Visit() {
                @Override
                public Answer ask() {
                    return answers.remove();
                }

                @Override
                public void close() {
                    left = true;
                }
            };
        }

        @Override
        public void close() {}
    }
}
