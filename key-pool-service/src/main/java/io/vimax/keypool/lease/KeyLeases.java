package io.vimax.keypool.lease;

import io.vimax.keypool.lease.LeaseDecision.Granted;
import io.vimax.keypool.lease.LeaseDecision.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Leases in Redis. Fails closed: when Redis does not answer in time, nothing is granted and the caller is told to come again.
 * A grant that got its answer too late to be used ends by itself with its length.
 */
@Component
class KeyLeases {

    private static final Logger log = LoggerFactory.getLogger(KeyLeases.class);

    private static final Duration RETRY_WHEN_AWAY = Duration.ofSeconds(1);
    private static final long REST_AFTER_LOSS_MS = 60_000;

    private final LeaseBooks books;
    private final JsonMapper json;
    private final Script acquire;
    private final Script extend;
    private final Script settle;
    private final Script restore;

    KeyLeases(UnifiedJedis redis, LeaseBooks books, JsonMapper json) {
        this.books = books;
        this.json = json;
        this.acquire = new Script(redis, "acquire-lease.lua");
        this.extend = new Script(redis, "extend-lease.lua");
        this.settle = new Script(redis, "settle-lease.lua");
        this.restore = new Script(redis, "restore-leases.lua");
    }

    LeaseDecision acquire(LeaseRequest wanted) {
        List<Candidate> candidates = books.candidates(wanted);
        if (candidates.isEmpty()) {
            return new Refused(
                    "no_key", Duration.ofSeconds(30), "There is no usable key for " + wanted.service() + "; add one.");
        }
        LeaseDecision decision;
        try {
            decision = ask(wanted, candidates);
        } catch (JedisException e) {
            log.warn("Redis does not answer: {}", e.getMessage());
            return new Refused("pool_unavailable", RETRY_WHEN_AWAY, "The key pool cannot reach Redis for the moment.");
        }
        if (decision instanceof Granted granted) {
            books.grant(wanted, granted);
        }
        return decision;
    }

    private LeaseDecision ask(LeaseRequest wanted, List<Candidate> candidates) {
        String pool = pool(wanted.service());
        String[] arguments = {
            wanted.leaseId().toString(), String.valueOf(wanted.lengthMs()), json.writeValueAsString(candidates)
        };
        var answer = (List<?>) acquire.run(pool, arguments);
        if (number(answer, 0) == -1) {
            fillAgain(wanted.service());
            answer = (List<?>) acquire.run(pool, arguments);
        }
        return number(answer, 0) == 1
                ? new Granted(
                        UUID.fromString(text(answer, 1)),
                        UUID.fromString(text(answer, 2)),
                        number(answer, 3),
                        Instant.ofEpochMilli(number(answer, 4)))
                : refusal(text(answer, 1), Duration.ofMillis(number(answer, 2)));
    }

    private static Refused refusal(String reason, Duration wait) {
        String detail = switch (reason) {
            case "in_flight" -> "All slots are taken.";
            case "requests_per_minute" -> "The requests of this minute are used up.";
            case "requests_per_day" -> "The requests of this day are used up.";
            case "cooling" -> "The provider asked to wait.";
            default -> "Nothing is free.";
        };
        return new Refused(reason, wait, detail);
    }

    /** Redis lost its memory: what is lent comes back from the books, and keys with rate limits rest for one window. */
    private void fillAgain(String service) {
        List<LeaseBooks.Open> open = books.open(service);
        List<Map<String, Object>> resting = books.rateLimitedKeys(service).stream()
                .map(key -> Map.<String, Object>of("holder", key.toString(), "ms", REST_AFTER_LOSS_MS))
                .toList();
        log.info("Filling the pool of {} with {} open leases from the books", service, open.size());
        restore.run(
                pool(service),
                json.writeValueAsString(open),
                String.valueOf(books.highestFence(service)),
                UUID.randomUUID().toString(),
                json.writeValueAsString(resting));
    }

    /** @return the new expiry, or empty when the lease is lost */
    Optional<Instant> extend(LeaseBooks.Entry lease, long fence, Duration length) {
        var expiry = (long) extend.run(
                pool(lease.service()), lease.id().toString(), String.valueOf(fence), String.valueOf(length.toMillis()));
        if (expiry == 0) {
            return Optional.empty();
        }
        Instant expiresAt = Instant.ofEpochMilli(expiry);
        books.extend(lease.id(), expiresAt);
        return Optional.of(expiresAt);
    }

    /** @return the end of the cool-down in epoch milliseconds, where there is one */
    OptionalLong release(LeaseBooks.Entry lease, long fence, CoolDown coolDown) {
        var until = (long) settle.run(
                pool(lease.service()),
                lease.id().toString(),
                String.valueOf(fence),
                coolDown.holder(),
                String.valueOf(coolDown.length().toMillis()));
        return until == 0 ? OptionalLong.empty() : OptionalLong.of(until);
    }

    /** @param holder key or scope that must rest, empty for none */
    record CoolDown(String holder, Duration length) {
        static final CoolDown NONE = new CoolDown("", Duration.ZERO);
    }

    /** The braces make one hash slot of all keys of a pool. */
    private static String pool(String service) {
        return "vimax:pool:{" + service + "}:";
    }

    private static long number(List<?> answer, int index) {
        return (Long) answer.get(index);
    }

    private static String text(List<?> answer, int index) {
        return (String) answer.get(index);
    }
}
