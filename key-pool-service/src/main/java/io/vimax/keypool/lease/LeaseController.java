package io.vimax.keypool.lease;

import io.swagger.v3.oas.annotations.Hidden;
import io.vimax.keypool.key.Service;
import io.vimax.keypool.lease.LeaseDecision.Granted;
import io.vimax.keypool.pool.Pool.Extended;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For workers, with their own token; the gateway knows no way here. */
@Hidden
@RestController
@RequestMapping("/internal")
class LeaseController {

    private static final String WORKER = "generation-worker";

    private final LendKeys lendKeys;
    private final SettleLease settleLease;
    private final KeepAlive keepAlive;
    private final JdbcClient jdbc;

    LeaseController(LendKeys lendKeys, SettleLease settleLease, KeepAlive keepAlive, JdbcClient jdbc) {
        this.lendKeys = lendKeys;
        this.settleLease = settleLease;
        this.keepAlive = keepAlive;
        this.jdbc = jdbc;
    }

    /**
     * One form for both answers, told apart by {@code granted}.
     *
     * @param more what was lent for further ids
     */
    record LeaseAnswer(
            boolean granted,
            @Nullable UUID leaseId,
            @Nullable UUID keyId,
            @Nullable UUID scopeId,
            @Nullable Long fence,
            @Nullable Instant expiresAt,
            @Nullable String secret,
            @Nullable String baseUrl,
            @Nullable String reason,
            @Nullable Long retryAfterMs,
            @Nullable String detail,
            @Nullable List<LeaseAnswer> more) {

        static LeaseAnswer of(Granted lease) {
            return new LeaseAnswer(
                    true,
                    lease.leaseId(),
                    lease.keyId(),
                    lease.scopeId(),
                    lease.fence(),
                    lease.expiresAt(),
                    lease.key().secret(),
                    lease.key().baseUrl(),
                    null,
                    null,
                    null,
                    null);
        }

        static LeaseAnswer of(LeaseDecision decision) {
            List<LeaseAnswer> parts = new ArrayList<>();
            decision.granted().forEach(lease -> parts.add(of(lease)));
            LeaseDecision.Refused refused = decision.refused();
            if (refused != null) {
                parts.add(new LeaseAnswer(
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        refused.reason(),
                        refused.retryAfter().toMillis(),
                        refused.detail(),
                        null));
            }
            LeaseAnswer first = parts.removeFirst();
            return parts.isEmpty() ? first : first.with(parts);
        }

        private LeaseAnswer with(List<LeaseAnswer> others) {
            return new LeaseAnswer(
                    granted,
                    leaseId,
                    keyId,
                    scopeId,
                    fence,
                    expiresAt,
                    secret,
                    baseUrl,
                    reason,
                    retryAfterMs,
                    detail,
                    others);
        }

        @Override
        public String toString() {
            return "LeaseAnswer[granted=" + granted + ", hidden]";
        }
    }

    record Extension(long fence, @Min(1_000) @Max(600_000) long lengthMs) {}

    record ExtendedView(Instant expiresAt) {}

    /** @param task what to do with the work: done, again, other_key, later or give_up */
    record Settled(boolean settled, String task) {}

    record ServiceView(
            String service, int usableKeys, @Nullable String reason) {}

    @PostMapping("/leases")
    LeaseAnswer acquire(@AuthenticationPrincipal Jwt caller, @Valid @RequestBody LeaseRequest wanted) {
        requireWorker(caller);
        if (Service.named(wanted.service()).isEmpty()) {
            throw new LeaseException.UnknownService(wanted.service());
        }
        return LeaseAnswer.of(lendKeys.lend(wanted));
    }

    @PostMapping("/leases/{id}/heartbeat")
    ExtendedView extend(
            @AuthenticationPrincipal Jwt caller, @PathVariable UUID id, @Valid @RequestBody Extension wanted) {
        requireWorker(caller);
        return switch (keepAlive.extend(id, wanted.fence(), Duration.ofMillis(wanted.lengthMs()))) {
            case Extended.Until until -> new ExtendedView(until.expiresAt());
            case Extended.Lost _, Extended.Forgotten _ -> throw new LeaseException.Lost(id);
        };
    }

    @PostMapping("/leases/{id}/settle")
    Settled settle(
            @AuthenticationPrincipal Jwt caller, @PathVariable UUID id, @Valid @RequestBody Settlement settlement) {
        requireWorker(caller);
        return new Settled(true, settleLease.settle(id, settlement).word());
    }

    /** For model-config-service: which providers have a key to lend. */
    @GetMapping("/services")
    List<ServiceView> services() {
        return jdbc.sql("""
                        select service_type, count(*) filter (where status = 'ACTIVE') as usable
                        from api_keys where deleted_at is null group by service_type order by service_type""")
                .query((row, _) -> new ServiceView(
                        row.getString("service_type"),
                        row.getInt("usable"),
                        row.getInt("usable") == 0 ? "no key of this service is active" : null))
                .list();
    }

    private static void requireWorker(Jwt caller) {
        if (!WORKER.equals(caller.getSubject())) {
            throw new LeaseException.NotAWorker();
        }
    }
}
