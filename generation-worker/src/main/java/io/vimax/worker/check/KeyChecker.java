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
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Claims checks from the pool, asks the providers, several at once, and reports. */
@Component
class KeyChecker implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(KeyChecker.class);

    private static final int AT_ONCE = 8;

    private final CheckPool pool;
    private final AskProvider provider;
    private final Clock clock;
    private final Outage outage = new Outage("The key pool, for checks,");
    private final String owner = "checker-" + UUID.randomUUID();
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
    private Instant notBefore = Instant.EPOCH;

    KeyChecker(CheckPool pool, AskProvider provider, Clock clock) {
        this.pool = pool;
        this.provider = provider;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void goOn() throws InterruptedException {
        if (clock.instant().isBefore(notBefore)) {
            return;
        }
        try {
            while (checkSome() == AT_ONCE) {
                // There may be more.
            }
            outage.over();
        } catch (RestClientException e) {
            Duration wait = outage.failed(e);
            notBefore = clock.instant().plus(wait);
        }
    }

    /** @return how many were claimed */
    int checkSome() throws InterruptedException {
        List<CheckQuestion> questions = pool.claim(owner, AT_ONCE);
        List<? extends Future<?>> answers =
                questions.stream().map(question -> asking.submit(() -> check(question))).toList();
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
