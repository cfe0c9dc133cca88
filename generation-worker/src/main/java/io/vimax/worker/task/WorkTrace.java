package io.vimax.worker.task;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the work of a task, and all that it logs and sends, in the trace of the event that asked for it. */
@Component
public class WorkTrace {

    private static final String PARENT = "traceparent";

    private final Tracer tracer;
    private final Propagator propagator;

    WorkTrace(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** W3C traceparent of what happens now, to be kept with a task. */
    @Nullable
    public String currentParent() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(span.context(), carrier, (_, name, value) -> carrier.put(name, value));
        return carrier.get(PARENT);
    }

    @Nullable
    public String currentId() {
        Span span = tracer.currentSpan();
        return span == null ? null : span.context().traceId();
    }

    /** Runs in a new span below the task's own trace. */
    public void within(Task task, String name, Runnable work) {
        Map<String, String> carrier = task.trace() == null ? Map.of() : Map.of(PARENT, task.trace());
        Span span = propagator
                .extract(carrier, (map, key) -> map.get(key))
                .name(name)
                .start();
        span.tag("generation", task.id().toString());
        span.tag("kind", task.subject().kind().name());
        try (var _ = tracer.withSpan(span)) {
            work.run();
        } finally {
            span.end();
        }
    }
}
