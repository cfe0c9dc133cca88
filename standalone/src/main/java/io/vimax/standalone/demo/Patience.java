package io.vimax.standalone.demo;

import io.vimax.standalone.console.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Asks again while a part of the system is away, and says so once for each outage. */
final class Patience {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final Consumer<String> say;
    private final Runnable mayGoOn;
    private boolean told;

    Patience(Consumer<String> say) {
        this(say, () -> {});
    }

    /** @param mayGoOn throws when waiting has become senseless */
    Patience(Consumer<String> say, Runnable mayGoOn) {
        this.say = say;
        this.mayGoOn = mayGoOn;
    }

    interface Question {
        VimaxApi.Answer ask() throws IOException, InterruptedException;
    }

    VimaxApi.Answer ask(Question question) throws InterruptedException {
        long begin = System.nanoTime();
        long pause = FIRST_PAUSE_MILLIS;
        String cause = "";
        while (System.nanoTime() - begin < LIMIT.toNanos()) {
            mayGoOn.run();
            try {
                VimaxApi.Answer answer = question.ask();
                if (!answer.away()) {
                    if (told) {
                        told = false;
                        say.accept("It is back; going on.");
                    }
                    return answer;
                }
                cause = "the editor";
            } catch (IOException _) {
                cause = "the gateway";
            }
            // A single missed answer is not worth a word.
            if (!told && pause > FIRST_PAUSE_MILLIS) {
                told = true;
                say.accept("Waiting for " + cause + " to come back.");
            }
            Thread.sleep(pause);
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
        throw Refusal.because(
                "ViMax has not answered for " + LIMIT.toMinutes() + " minutes (" + cause
                        + " is away); look at './vimax status' and './vimax logs', then give the same command again: it goes on.");
    }
}
