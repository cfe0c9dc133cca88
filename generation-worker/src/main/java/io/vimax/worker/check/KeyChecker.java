package io.vimax.worker.check;

import io.vimax.worker.outage.Outage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Claims checks from the pool, asks the providers, several at once, and reports. */
@Component
class KeyChecker implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(KeyChecker.class);

    private static final int AT_ONCE = 8;
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final CheckPool pool;
    private final AskProvider provider;
    private final Clock clock;
    private final Outage outage = new Outage("The key pool, for checks,");
    private final String owner = "checker-" + UUID.randomUUID();
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();

    KeyChecker(CheckPool pool, AskProvider provider, Clock clock) {
        this.pool = pool;
        this.provider = provider;
        this.clock = clock;
    }

    /** On a thread of its own, because a provider may take seconds to answer. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        asking.submit(this::goOn);
    }

    private void goOn() {
        try {
            while (!asking.isShutdown()) {
                Thread.sleep(checkAll());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes what is to be made, and says how long to wait before looking again. */
    private Duration checkAll() throws InterruptedException {
        try {
            while (checkSome() == AT_ONCE) {
                // There may be more.
            }
            outage.over();
            return BETWEEN;
        } catch (RuntimeException e) {
            // Not only no answer: an identity that cannot be read, too, is one line at each end and not one a second.
            Duration wait = outage.failed(e);
            return wait.compareTo(BETWEEN) > 0 ? wait : BETWEEN;
        }
    }

    /** @return how many were claimed */
    int checkSome() throws InterruptedException {
        List<CheckQuestion> questions = pool.claim(owner, AT_ONCE);
        List<? extends Future<?>> answers = questions.stream()
                .map(question -> asking.submit(() -> check(question)))
                .toList();
        for (Future<?> answer : answers) {
            try {
                answer.get();
            } catch (java.util.concurrent.ExecutionException e) {
                // Left to its deadline, or to another worker.
                log.warn("A check was not reported: {}", String.valueOf(e.getCause()));
            }
        }
        return questions.size();
    }

    private Void check(CheckQuestion question) throws InterruptedException {
        Instant begun = clock.instant();
        CheckResult result = provider.ask(question);
        pool.report(owner, question, result, Duration.between(begun, clock.instant()));
        return null;
    }

    @Override
    public void destroy() {
        asking.shutdownNow();
    }
}
