package io.vimax.keypool.lease;

import io.swagger.v3.oas.annotations.Hidden;
import io.vimax.keypool.key.KeyRing;
import io.vimax.keypool.key.Service;
import io.vimax.keypool.lease.LeaseDecision.Granted;
import io.vimax.keypool.lease.LeaseDecision.Refused;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
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

    private final KeyLeases leases;
    private final LeaseBooks books;
    private final SettleLease settleLease;
    private final KeyRing keys;
    private final JdbcClient jdbc;

    LeaseController(KeyLeases leases, LeaseBooks books, SettleLease settleLease, KeyRing keys, JdbcClient jdbc) {
        this.leases = leases;
        this.books = books;
        this.settleLease = settleLease;
        this.keys = keys;
        this.jdbc = jdbc;
    }

    /** One form for both answers, told apart by {@code granted}. */
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
            @Nullable String detail) {}

    record Extension(long fence, @Min(1_000) @Max(600_000) long lengthMs) {}

    record Extended(Instant expiresAt) {}

    record Settled(boolean settled) {}

    record ServiceView(
            String service, int usableKeys, @Nullable String reason) {}

    @PostMapping("/leases")
    LeaseAnswer acquire(@AuthenticationPrincipal Jwt caller, @Valid @RequestBody LeaseRequest wanted) {
        requireWorker(caller);
        if (Service.named(wanted.service()).isEmpty()) {
            throw new LeaseException.UnknownService(wanted.service());
        }
        return switch (leases.acquire(wanted)) {
            case Granted granted ->
                new LeaseAnswer(
                        true,
                        wanted.leaseId(),
                        granted.keyId(),
                        granted.scopeId(),
                        granted.fence(),
                        granted.expiresAt(),
                        keys.secretOf(granted.keyId()),
                        keys.baseUrlOf(granted.keyId()),
                        null,
                        null,
                        null);
            case Refused refused ->
                new LeaseAnswer(
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
                        refused.detail());
        };
    }

    @PostMapping("/leases/{id}/heartbeat")
    Extended extend(@AuthenticationPrincipal Jwt caller, @PathVariable UUID id, @Valid @RequestBody Extension wanted) {
        requireWorker(caller);
        LeaseBooks.Entry lease = books.find(id).orElseThrow(() -> new LeaseException.Lost(id));
        return leases.extend(lease, wanted.fence(), Duration.ofMillis(wanted.lengthMs()))
                .map(Extended::new)
                .orElseThrow(() -> new LeaseException.Lost(id));
    }

    @PostMapping("/leases/{id}/settle")
    Settled settle(
            @AuthenticationPrincipal Jwt caller, @PathVariable UUID id, @Valid @RequestBody Settlement settlement) {
        requireWorker(caller);
        settleLease.settle(id, settlement);
        return new Settled(true);
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
