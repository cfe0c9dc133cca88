package io.vimax.worker.task.run;

import io.micrometer.core.instrument.MeterRegistry;
import io.vimax.worker.provider.failure.FailurePolicy;
import io.vimax.worker.task.TaskProperties;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TaskConfiguration {

    @Bean
    FailurePolicy failurePolicy(TaskProperties properties) {
        return new FailurePolicy(properties.mostAttempts(), properties.firstBackOff());
    }

    @Bean
    @ConditionalOnMissingBean
    CrashPoints usualCrashPoints(TaskProperties properties) {
        return properties.crashFolder() == null ? (_, _) -> {} : new HeldAtCrashPoint(properties.crashFolder());
    }

    @Bean
    InitializingBean taskMetrics(MeterRegistry metrics, Worker worker) {
        return () -> metrics.gauge("worker.tasks.in.hand", worker, Worker::tasksInHand);
    }
}
