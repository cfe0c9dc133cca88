package io.vimax.keypool.pool;

import io.vimax.keypool.limit.PoolConfiguration;
import io.vimax.keypool.pool.Answer.Behind;
import io.vimax.keypool.pool.Answer.Forgotten;
import io.vimax.keypool.pool.Answer.Grant;
import io.vimax.keypool.pool.Answer.Lent;
import io.vimax.keypool.pool.Answer.Outdated;
import io.vimax.keypool.pool.Answer.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pool of one provider in Redis. Every method is one script and one round trip, exact for any number of callers and processes.
 * Fails closed: what Redis does not answer is thrown as it comes ({@link redis.clients.jedis.exceptions.JedisException}) and
 * nothing is lent; a grant whose answer was lost ends by itself with its length.
 */
public final class Pool {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EVERYBODY = "-";

    /** One on its way to the server while another is there. */
    private static final int LANES = 2;

    private static final int MOST_TOGETHER = 32;

    private final Supplier<String> moment;
    private final Combining<Asked, Answer> acquiring =
            new Combining<>(LANES, MOST_TOGETHER, Asked::likeness, this::acquire);
    private final Script acquire;
    private final Script extend;
    private final Script settle;
    private final Script load;
    private final Script restore;
    private final Script reap;
    private final Script lift;
    private final Script look;
    private final Script forget;
    private final Script overview;

    /** @param service the provider; its name is the hash tag of all its entries */
    public Pool(UnifiedJedis redis, String service) {
        this(redis, service, () -> "");
    }

    /** @param moment epoch milliseconds instead of the clock of Redis, so that tests move time without waiting */
    Pool(UnifiedJedis redis, String service, Supplier<String> moment) {
        String prefix = "vimax:pool:{" + service + "}:";
        this.moment = moment;
        this.acquire = new Script(redis, prefix, "acquire.lua");
        this.extend = new Script(redis, prefix, "extend.lua");
        this.settle = new Script(redis, prefix, "settle.lua");
        this.load = new Script(redis, prefix, "load.lua");
        this.restore = new Script(redis, prefix, "restore.lua");
        this.reap = new Script(redis, prefix, "reap.lua");
        this.lift = new Script(redis, prefix, "lift.lua");
        this.look = new Script(redis, prefix, "look.lua");
        this.forget = new Script(redis, prefix, "forget.lua");
        this.overview = new Script(redis, prefix, "overview.lua");
    }

    /** @param version of the configuration that the caller knows */
    public Answer acquire(Wish wish, long version) {
        return acquiring.ask(new Asked(wish, version));
    }

    private record Asked(Wish wish, long version) {

        /** Wishes that differ in nothing but their ids go together. */
        Object likeness() {
            return List.of(
                    version,
                    wish.model(),
                    wish.length(),
                    wish.priceMicros(),
                    wish.excluded(),
                    Optional.ofNullable(wish.owner()),
                    Optional.ofNullable(wish.preferred()));
        }
    }

    private List<Answer> acquire(Asked like, List<Asked> all) {
        Wish wish = like.wish();
        List<String> arguments = new ArrayList<>(8 + all.size());
        arguments.add(moment.get());
        arguments.add(Long.toString(like.version()));
        arguments.add(wish.model());
        arguments.add(Long.toString(wish.length().toMillis()));
        arguments.add(Long.toString(wish.priceMicros()));
        arguments.add(wish.owner() == null ? EVERYBODY : EVERYBODY + " " + wish.owner());
        arguments.add(wish.excluded().stream().map(UUID::toString).collect(Collectors.joining(" ")));
        arguments.add(wish.preferred() == null ? "" : wish.preferred().toString());
        all.forEach(asked -> asked.wish().leaseIds().forEach(id -> arguments.add(id.toString())));
        var answer = (List<?>) acquire.run(arguments);
        return switch ((int) number(answer, 0)) {
            case 1 -> lent(all, answer);
            case -2 -> Collections.nCopies(all.size(), new Outdated());
            case -3 -> Collections.nCopies(all.size(), new Behind(number(answer, 1)));
            default -> Collections.nCopies(all.size(), new Forgotten());
        };
    }

    private static List<Answer> lent(List<Asked> all, List<?> answer) {
        Instant at = Instant.ofEpochMilli(number(answer, 1));
        String epoch = text(answer, 2);
        var why = (List<?>) answer.get(3);
        Refusal refusal = why.isEmpty()
                ? null
                : new Refusal(text(why, 0), number(why, 1) < 0 ? null : Duration.ofMillis(number(why, 1)));
        List<Answer> answers = new ArrayList<>(all.size());
        int next = 4;
        for (Asked asked : all) {
            List<Grant> grants = new ArrayList<>(asked.wish().leaseIds().size());
            for (UUID id : asked.wish().leaseIds()) {
                var part = (List<?>) answer.get(next++);
                if (!part.isEmpty()) {
                    grants.add(new Grant(
                            id,
                            UUID.fromString(text(part, 0)),
                            UUID.fromString(text(part, 1)),
                            number(part, 2),
                            Instant.ofEpochMilli(number(part, 3)),
                            number(part, 4) == 1));
                }
            }
            boolean complete = grants.size() == asked.wish().leaseIds().size();
            answers.add(new Lent(at, epoch, grants, complete ? null : refusal));
        }
        return answers;
    }

    /**
     * Takes over a configuration unless the server has a newer one.
     *
     * @param now by which the boundaries of days and months are computed
     * @return the version that the server has now
     */
    public long load(PoolConfiguration configuration, Instant now) {
        List<String> arguments = new ArrayList<>();
        arguments.add(moment.get());
        arguments.add(Long.toString(configuration.version()));
        arguments.add(Long.toString(ConfigurationText.horizon(configuration, now)));
        arguments.add(configuration.policy().word());
        ConfigurationText.of(configuration, now).forEach((field, value) -> {
            arguments.add(field);
            arguments.add(JSON.writeValueAsString(value));
        });
        return (long) load.run(arguments);
    }

    /** @return whether this call filled the server; false when it has its memory already */
    public boolean restore(Books books) {
        return (long) restore.run(List.of(
                        moment.get(),
                        books.epoch(),
                        Long.toString(books.fence()),
                        JSON.writeValueAsString(books.open()),
                        JSON.writeValueAsString(books.used()),
                        JSON.writeValueAsString(books.logs()),
                        JSON.writeValueAsString(books.rests()),
                        Long.toString(books.restMs())))
                == 1;
    }

    /** Forgets a memory that the books do not know, so that it is filled from them. Another epoch is left alone. */
    public void forget(String epoch) {
        forget.run(List.of(moment.get(), epoch));
    }

    /** What became of a wish to keep a lease. */
    public sealed interface Extended {

        record Until(Instant expiresAt) implements Extended {}

        /** It has ended, or belongs to another fence. */
        record Lost() implements Extended {}

        /** The server has lost its memory. */
        record Forgotten() implements Extended {}
    }

    public Extended extend(UUID leaseId, long fence, Duration length) {
        var expiry = (long) extend.run(
                List.of(moment.get(), leaseId.toString(), Long.toString(fence), Long.toString(length.toMillis())));
        return expiry > 0
                ? new Extended.Until(Instant.ofEpochMilli(expiry))
                : expiry == 0 ? new Extended.Lost() : new Extended.Forgotten();
    }

    /** @param costMicros what it did cost, in millionths of a US dollar */
    public Settled settle(UUID leaseId, long fence, long costMicros, Effect effect) {
        var answer = (List<?>) settle.run(List.of(
                moment.get(), leaseId.toString(), Long.toString(fence), Long.toString(costMicros), text(effect)));
        return switch ((int) number(answer, 0)) {
            case 1 -> SettledText.read(text(answer, 1));
            case 0 -> new Settled.Unknown();
            case -1 -> new Settled.Foreign();
            default -> new Settled.Forgotten();
        };
    }

    /** The two that nearly every lease ends with have words of their own, which cost no parsing. */
    private static String text(Effect effect) {
        return effect == Effect.WORKS ? "works" : effect == Effect.NONE ? "none" : JSON.writeValueAsString(effect);
    }

    /**
     * Ends leases whose time is over.
     *
     * @param doubtful leases that the caller believes to be over
     * @return empty when the server has lost its memory
     */
    public Optional<Reaped> reap(List<UUID> doubtful) {
        List<String> arguments = new ArrayList<>();
        arguments.add(moment.get());
        doubtful.forEach(id -> arguments.add(id.toString()));
        var answer = (List<?>) reap.run(arguments);
        if (number(answer, 0) == -1) {
            return Optional.empty();
        }
        List<Reaped.Alive> alive = answer.stream()
                .skip(2)
                .map(part -> (List<?>) part)
                .map(part -> new Reaped.Alive(
                        UUID.fromString(text(part, 0)), Instant.ofEpochMilli(number(part, 1)), number(part, 2)))
                .toList();
        return Optional.of(
                new Reaped(Instant.ofEpochMilli(number(answer, 0)), Math.toIntExact(number(answer, 1)), alive));
    }

    /** Ends the rests of a scope with all its keys, or of one key of it. */
    public void lift(UUID scopeId, Optional<UUID> keyId) {
        lift.run(List.of(
                moment.get(), scopeId.toString(), keyId.map(UUID::toString).orElse("")));
    }

    /** @param holder model|NAME or provider */
    public void lift(String holder) {
        lift.run(List.of(moment.get(), "", holder));
    }

    /**
     * What a key could do now.
     *
     * @return empty when the server does not know the key
     */
    public Optional<KeyView> look(UUID keyId, List<String> models) {
        List<String> arguments = new ArrayList<>(List.of(moment.get(), keyId.toString()));
        arguments.addAll(models);
        var answer = (String) look.run(arguments);
        return answer.isEmpty() ? Optional.empty() : Optional.of(JSON.readValue(answer, KeyView.class));
    }

    /** How the provider is as a whole. */
    public Overview overview() {
        return JSON.readValue((String) overview.run(List.of(moment.get())), Overview.class);
    }

    private static long number(List<?> answer, int index) {
        return (Long) answer.get(index);
    }

    private static String text(List<?> answer, int index) {
        return (String) answer.get(index);
    }
}
