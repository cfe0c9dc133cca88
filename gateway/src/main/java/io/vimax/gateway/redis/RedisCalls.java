package io.vimax.gateway.redis;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Takes calls that block off the event loop, one virtual thread each. The pool of connections bounds them: who finds none free
 * fails after the pool's timeout. A scheduler of our own, so that a Redis that hangs does not use up the threads of others.
 */
@Component
public class RedisCalls implements DisposableBean {

    private final Scheduler threads = Schedulers.fromExecutorService(Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("redis-", 0).factory()));

    /** The result of a call, made when somebody subscribes. */
    public <T> Mono<T> call(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(threads);
    }

    @Override
    public void destroy() {
        threads.dispose();
    }
}
