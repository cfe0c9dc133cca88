package io.vimax.bench.replica;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A worker's calls to one replica over one connection; for one thread. */
public final class LeaseClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID SOMEBODY = UUID.randomUUID();

    private final Wire wire;
    private final String owner;

    public LeaseClient(int port, int timeoutMs, String owner) {
        this.wire = new Wire(port, timeoutMs);
        this.owner = owner;
    }

    /** What was said to a wish for a key. */
    public sealed interface Decision {}

    public record Granted(UUID leaseId, UUID keyId, UUID scopeId, long fence, Instant expiresAt, String secret)
            implements Decision {}

    public record Refused(String reason, long retryAfterMs) implements Decision {}

    /** @throws IOException if there was no answer, or one that is none of the two */
    public Decision acquire(UUID leaseId, String service, String model, long lengthMs, Set<UUID> excluded)
            throws IOException {
        String keys = excluded.stream().map(key -> "\"" + key + "\"").collect(Collectors.joining(","));
        Wire.Reply reply = wire.post(
                "/internal/leases",
                WorkerToken.current(),
                "{\"lease_id\":\"" + leaseId + "\",\"service\":\"" + service + "\",\"model\":\"" + model
                        + "\",\"generation_id\":\"" + leaseId + "\",\"owner\":\"" + owner + "\",\"user_id\":\""
                        + SOMEBODY + "\",\"excluded_keys\":[" + keys + "],\"length_ms\":" + lengthMs + "}");
        JsonNode answer = body(reply);
        if (!answer.path("granted").asBoolean()) {
            return new Refused(
                    answer.path("reason").asString(),
                    answer.path("retry_after_ms").asLong());
        }
        return new Granted(
                UUID.fromString(answer.path("lease_id").asString()),
                UUID.fromString(answer.path("key_id").asString()),
                UUID.fromString(answer.path("scope_id").asString()),
                answer.path("fence").asLong(),
                Instant.parse(answer.path("expires_at").asString()),
                answer.path("secret").asString());
    }

    /**
     * Ends a lease.
     *
     * @param hints further members of the outcome, beginning with a comma, or empty
     * @return whether it was accepted; false when it belongs to another holder
     */
    public boolean settle(Granted lease, String outcome, String hints, long costMicros) throws IOException {
        Wire.Reply reply = wire.post(
                "/internal/leases/" + lease.leaseId() + "/settle",
                WorkerToken.current(),
                "{\"fence\":" + lease.fence() + ",\"outcome\":{\"kind\":\"" + outcome + "\"" + hints
                        + "},\"cost_micros\":" + costMicros + ",\"media_ms\":0,\"latency_ms\":20}");
        return accepted(reply);
    }

    /** @return the new end, or null when the lease belongs to another holder */
    public @Nullable Instant extend(Granted lease, long lengthMs) throws IOException {
        Wire.Reply reply = wire.post(
                "/internal/leases/" + lease.leaseId() + "/heartbeat",
                WorkerToken.current(),
                "{\"fence\":" + lease.fence() + ",\"length_ms\":" + lengthMs + "}");
        return accepted(reply)
                ? Instant.parse(JSON.readTree(reply.body()).path("expires_at").asString())
                : null;
    }

    private static boolean accepted(Wire.Reply reply) throws IOException {
        if (reply.status() == 409) {
            return false;
        }
        body(reply);
        return true;
    }

    private static JsonNode body(Wire.Reply reply) throws IOException {
        if (reply.status() != 200) {
            throw new IOException("HTTP " + reply.status() + ": " + reply.text());
        }
        return JSON.readTree(reply.body());
    }

    @Override
    public void close() {
        wire.close();
    }
}
