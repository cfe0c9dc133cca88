package io.vimax.keypool.lease;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vimax.keypool.pool.Settled;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What is counted about leases. Labels are providers, reasons and outcomes: a few words each, never a key, model or person. */
@Component
class LeaseMetrics {

    private final MeterRegistry registry;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final Map<String, Timer> waits = new ConcurrentHashMap<>();

    LeaseMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void decided(String service, LeaseDecision decision) {
        if (!decision.granted().isEmpty()) {
            count(
                    "keypool.leases.granted",
                    "leases granted",
                    service,
                    "",
                    decision.granted().size());
        }
        if (decision.refused() != null) {
            count(
                    "keypool.leases.refused",
                    "leases refused",
                    service,
                    decision.refused().reason(),
                    1);
            waits.computeIfAbsent(
                            service,
                            name -> Timer.builder("keypool.leases.wait")
                                    .description("what refused callers were told to wait")
                                    .tag("service", name)
                                    .register(registry))
                    .record(decision.refused().retryAfter());
        }
    }

    void settled(String service, String outcome, Settled.Done done) {
        count("keypool.leases.settled", "leases settled by outcome", service, outcome, 1);
        if (outcome.equals("rate_limited")) {
            count("keypool.rate.limited", "answers 429 of providers", service, "", 1);
        }
        done.rests()
                .forEach(rest -> count(
                        "keypool.rests",
                        "keys, accounts, models or providers that began to rest",
                        service,
                        rest.reason(),
                        1));
        if (!done.ended().isEmpty()) {
            count(
                    "keypool.rests.ended",
                    "rests that a success ended",
                    service,
                    "",
                    done.ended().size());
        }
        if (done.outage()) {
            count("keypool.outages", "failures that were the provider's and no key's", service, "", 1);
        }
        if (done.lowered() != null) {
            count("keypool.limits.lowered", "limits lowered because a provider said no", service, "", 1);
        }
    }

    void expired(String service, int leases) {
        if (leases > 0) {
            count("keypool.leases.expired", "leases that ended because nobody kept them alive", service, "", leases);
        }
    }

    private void count(String name, String description, String service, String reason, int by) {
        counters.computeIfAbsent(
                        name + "|" + service + "|" + reason,
                        _ -> Counter.builder(name)
                                .description(description)
                                .tag("service", service)
                                .tag("reason", reason)
                                .register(registry))
                .increment(by);
    }
}
