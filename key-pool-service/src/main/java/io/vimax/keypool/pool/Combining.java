package io.vimax.keypool.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks for many what each would ask alone. A question that finds a free lane is asked at once, by its own thread; while all lanes are
 * busy, questions gather, and those that are alike go together as soon as a lane is free. So nobody ever waits for company, and the
 * more callers there are, the less each costs. A caller serves others at most once.
 *
 * @param <Q> the question
 * @param <A> the answer
 */
final class Combining<Q, A> {

    private final int lanes;
    private final int most;
    private final Function<Q, Object> likeness;
    private final BiFunction<Q, List<Q>, List<A>> ask;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiting<Q, A>> queue = new ArrayDeque<>();
    private int busy;

    /**
     * @param lanes questions under way at once
     * @param most questions that go together
     * @param likeness what must be equal for that
     * @param ask answers several like the first one, in their order
     */
    Combining(int lanes, int most, Function<Q, Object> likeness, BiFunction<Q, List<Q>, List<A>> ask) {
        this.lanes = lanes;
        this.most = most;
        this.likeness = likeness;
        this.ask = ask;
    }

    private static final class Waiting<Q, A> {
        final Q question;
        final Thread thread = Thread.currentThread();

        /** Set when this caller is the one to ask; before {@code done}. */
        volatile @Nullable List<Waiting<Q, A>> lead;

        volatile boolean done;
        private @Nullable A answer;
        private @Nullable RuntimeException failure;

        Waiting(Q question) {
            this.question = question;
        }

        void answered(@Nullable A given, @Nullable RuntimeException thrown) {
            answer = given;
            failure = thrown;
            done = true;
            if (thread != Thread.currentThread()) {
                LockSupport.unpark(thread);
            }
        }

        A result() {
            if (failure != null) {
                throw failure;
            }
            if (answer == null) {
                throw new IllegalStateException("A question was not answered");
            }
            return answer;
        }
    }

    A ask(Q question) {
        var mine = new Waiting<Q, A>(question);
        List<Waiting<Q, A>> batch = enter(mine);
        boolean interrupted = false;
        while (batch == null && !mine.done) {
            LockSupport.park(this);
            // The question may be on its way already, so the answer is waited for all the same.
            interrupted |= Thread.interrupted();
            batch = mine.lead;
        }
        if (batch != null) {
            try {
                answer(batch);
            } finally {
                handOver();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return mine.result();
    }

    /** How many questions wait for a lane. */
    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable List<Waiting<Q, A>> enter(Waiting<Q, A> mine) {
        lock.lock();
        try {
            if (busy < lanes) {
                busy++;
                return List.of(mine);
            }
            queue.add(mine);
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void answer(List<Waiting<Q, A>> batch) {
        try {
            List<Q> questions = batch.stream().map(waiting -> waiting.question).toList();
            List<A> answers = ask.apply(questions.getFirst(), questions);
            for (int at = 0; at < batch.size(); at++) {
                batch.get(at).answered(answers.get(at), null);
            }
        } catch (RuntimeException e) {
            batch.forEach(waiting -> waiting.answered(null, e));
        }
    }

    /** Gives the lane to those who wait, or sets it free. */
    private void handOver() {
        Waiting<Q, A> next;
        List<Waiting<Q, A>> batch = new ArrayList<>();
        lock.lock();
        try {
            next = queue.poll();
            if (next == null) {
                busy--;
                return;
            }
            batch.add(next);
            Object like = likeness.apply(next.question);
            Iterator<Waiting<Q, A>> others = queue.iterator();
            while (others.hasNext() && batch.size() < most) {
                Waiting<Q, A> other = others.next();
                if (likeness.apply(other.question).equals(like)) {
                    batch.add(other);
                    others.remove();
                }
            }
        } finally {
            lock.unlock();
        }
        next.lead = batch;
        LockSupport.unpark(next.thread);
    }
}
