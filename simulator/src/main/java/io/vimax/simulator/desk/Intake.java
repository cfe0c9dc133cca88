package io.vimax.simulator.desk;

import io.vimax.simulator.http.Reply;
import io.vimax.simulator.job.Job;
import io.vimax.simulator.job.Order;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.ledger.Subject;
import io.vimax.simulator.limiter.Decision;
import io.vimax.simulator.limiter.Limit;
import io.vimax.simulator.limiter.Place;
import io.vimax.simulator.scenario.Moment;
import io.vimax.simulator.scenario.Operation;
import io.vimax.simulator.scenario.Scenario;
import io.vimax.simulator.scenario.Strike;
import io.vimax.simulator.scenario.Strikes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** The taking on of work: from the order to the line in the ledger. */
public final class Intake {

    private static final Duration LONGEST_STREAM = Duration.ofMinutes(10);
    private static final int LONG_ID_LENGTH = 10 * 1024;

    private final Call call;
    private final Desk desk;

    Intake(Call call) {
        this.call = call;
        this.desk = call.desk();
    }

    /** Answers with the work, or with the number of the job that does it. */
    @FunctionalInterface
    public interface Answer {
        Reply to(Job job) throws InterruptedException;
    }

    /**
     * Does work while the caller waits.
     *
     * @param id makes the id of the work out of a random word
     */
    public Reply now(Order order, UnaryOperator<String> id, Answer answer) throws InterruptedException {
        return take(order, id, false, (job, place) -> {
            boolean streaming = false;
            try {
                Thread.sleep(Duration.between(job.begins(), job.ends()));
                Reply reply = answer.to(job);
                if (reply instanceof Reply.Stream stream) {
                    // The work ends with the stream. Should the caller be gone before it begins, the place frees
                    // itself.
                    streaming = true;
                    place.leaveAt(desk.clock().instant().plus(LONGEST_STREAM));
                    return new Reply.Stream(stream.status(), stream.headers(), sink -> {
                        try {
                            stream.parts().writeTo(sink);
                        } finally {
                            place.leave();
                        }
                    });
                }
                return reply;
            } finally {
                if (!streaming) {
                    place.leave();
                }
            }
        });
    }

    /** Starts a job that the caller asks about later. */
    public Reply later(Order order, UnaryOperator<String> id, Answer answer) throws InterruptedException {
        return take(order, id, true, (job, place) -> {
            place.leaveAt(job.ends());
            return answer.to(job);
        });
    }

    private interface Work {
        Reply begin(Job job, Place place) throws InterruptedException;
    }

    private Reply take(Order order, UnaryOperator<String> id, boolean kept, Work work) throws InterruptedException {
        call.caller();
        Subject subject = call.subject(order.model().name()).withPrompt(order.prompt());
        Optional<Strike> strike = call.strike(Operation.CREATE, subject);
        if (strike.isPresent()) {
            Optional<Reply> instead = call.interruption().before(strike.get());
            if (instead.isPresent()) {
                return instead.get();
            }
        }
        Place place = place(order);
        Job job = accept(order, id, subject, place);
        if (kept) {
            desk.jobs().add(job);
        }
        Reply reply = work.begin(job, place);
        return strike.map(struck -> Interruption.after(struck, reply)).orElse(reply);
    }

    private Place place(Order order) {
        Decision decision =
                call.caller().limiter().take(order.model().name(), order.model().micros());
        return switch (decision) {
            case Decision.Granted(Place place) -> place;
            case Decision.Refused(Limit limit, Duration retryAfter) ->
                throw new CallRefused(
                        switch (limit) {
                            case Limit.PerMinute minute -> new Refusal.RateLimited(minute, retryAfter, call.hints());
                            case Limit.PerDay day -> new Refusal.RateLimited(day, retryAfter, call.hints());
                            case Limit.InFlight flight ->
                                new Refusal.TooManyAtOnce(flight.jobs(), retryAfter, call.hints());
                            case Limit.Spend _ -> new Refusal.OutOfCredit();
                        });
        };
    }

    private Job accept(Order order, UnaryOperator<String> id, Subject subject, Place place) {
        Instant now = desk.clock().instant();
        SplittableRandom random = desk.lottery().draw(call.request().body());
        List<Strike> struck = desk.scenarios().takeAll(Moment.JOB, Call.occasion(Operation.CREATE, subject));
        var strikes = new Strikes(struck);
        String name = id.apply(Lottery.token(random));
        Optional<Strike> longer = strikes.find(Scenario.LONG_JOB_ID);
        if (longer.isPresent()) {
            int missing = longer.get().numberOr(LONG_ID_LENGTH) - name.length();
            name = name + "x".repeat(Math.max(0, missing));
        }
        Subject about = subject.withJob(name);
        desk.ledger().write(LedgerKind.ACCEPTED, about, call.route());
        desk.ledger().write(LedgerKind.CHARGED, about, order.model().micros(), "");
        struck.forEach(strike -> desk.ledger()
                .write(LedgerKind.SCENARIO, about, strike.scenario().wireName()));
        Duration takes = desk.latency().of(order.model()).sample(random);
        return new Job(name, call.caller(), order, now, takes, strikes, place);
    }
}
