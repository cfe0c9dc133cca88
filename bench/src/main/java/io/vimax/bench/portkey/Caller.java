package io.vimax.bench.portkey;

import io.vimax.bench.portkey.Door.Answer;
import io.vimax.bench.portkey.Outcome.End;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Somebody who wants calls and behaves well: waits exactly as long as told, and gives up rather than wait longer than the patience lasts. */
final class Caller {

    private final Door door;
    private final Stopwatch time;
    private final Duration patience;

    /** @param patience nobody begins another attempt when more than this has passed since the call was wanted */
    Caller(Door door, Stopwatch time, Duration patience) {
        this.door = door;
        this.time = time;
        this.patience = patience;
    }

    /** @param arrival when the call is wanted */
    Outcome call(Duration arrival) throws InterruptedException {
        pauseUntil(arrival);
        List<Duration> turnedAway = new ArrayList<>();
        int waits = 0;
        try (Door.Visit visit = door.enter()) {
            while (true) {
                Answer answer = visit.ask();
                Duration now = time.elapsed();
                Duration wait;
                switch (answer) {
                    case Answer.Served() -> {
                        return new Outcome(arrival, now, End.SERVED, turnedAway, waits);
                    }
                    case Answer.Broken(String _) -> {
                        return new Outcome(arrival, now, End.BROKEN, turnedAway, waits);
                    }
                    case Answer.TurnedAway(Duration told) -> {
                        turnedAway.add(now);
                        wait = told;
                    }
                    case Answer.NotYet(Duration told) -> {
                        waits++;
                        wait = told;
                    }
                }
                if (now.plus(wait).minus(arrival).compareTo(patience) > 0) {
                    return new Outcome(arrival, now, End.GAVE_UP, turnedAway, waits);
                }
                time.pause(wait);
            }
        }
    }

    private void pauseUntil(Duration moment) throws InterruptedException {
        Duration left = moment.minus(time.elapsed());
        if (left.isPositive()) {
            time.pause(left);
        }
    }
}
