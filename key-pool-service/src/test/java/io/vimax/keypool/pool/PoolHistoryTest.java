package io.vimax.keypool.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.keypool.limit.Limit;
import io.vimax.keypool.limit.LimitKind;
import io.vimax.keypool.limit.PoolConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/** Random histories on the scripts and on the plain model side by side: the same key, the same fence, the same wait, every time. */
class PoolHistoryTest {

    private static final List<String> MODELS = List.of("a", "b", "c");
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"), ZoneId.of("America/Los_Angeles"), ZoneId.of("Asia/Kathmandu"), ZoneId.of("Africa/Cairo"));
    private static final List<UUID> PEOPLE = List.of(new UUID(0, 1), new UUID(0, 2));

    /** A seed stands for a whole pool and history, so a failing one is repeated by its number; smaller numbers are not simpler. */
    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void theScriptsAgreeWithThePlainModel(
            @ForAll @LongRange(min = 1) long seed, @ForAll @IntRange(min = 20, max = 60) int steps) {
        var random = new Random(seed);
        var test = new TestPool(Instant.parse("2026-03-07T00:00:00Z").plusMillis(random.nextLong(40L * 86_400_000)));
        build(test, random);
        test.load();
        var model = new PoolModel(test.configuration());
        List<Answer.Grant> grants = new ArrayList<>();
        List<String> story = new ArrayList<>();

        for (int step = 0; step < steps; step++) {
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3, 4 -> acquire(test, model, random, grants, story);
                case 5, 6 -> settle(test, model, random, grants, story);
                case 7 -> extend(test, model, random, grants);
                default -> {
                    long ms = switch (random.nextInt(4)) {
                        case 0 -> random.nextLong(2_000);
                        case 1 -> random.nextLong(70_000);
                        case 2 -> 20_000;
                        default -> random.nextInt(6) == 0 ? random.nextLong(86_400_000) : random.nextLong(30_000);
                    };
                    story.add("pass " + ms);
                    test.pass(Duration.ofMillis(ms));
                }
            }
        }
        TestPool.REDIS.del(
                TestPool.REDIS.keys("vimax:pool:{" + test.service + "}:*").toArray(String[]::new));
    }

    private static void build(TestPool test, Random random) {
        int scopes = 1 + random.nextInt(4);
        for (int at = 0; at < scopes; at++) {
            UUID owner = random.nextInt(3) == 0 ? PEOPLE.get(random.nextInt(2)) : null;
            UUID scope = test.scope(owner, ZONES.get(random.nextInt(ZONES.size())), limits(random));
            int keys = 1 + random.nextInt(3);
            for (int key = 0; key < keys; key++) {
                Set<String> models = random.nextInt(4) == 0 ? Set.of(MODELS.get(random.nextInt(3))) : Set.of();
                test.key(
                        scope,
                        1 + random.nextInt(4),
                        100,
                        models,
                        random.nextInt(2) == 0 ? limits(random) : new Limit[0]);
            }
        }
    }

    private static Limit[] limits(Random random) {
        List<Limit> limits = new ArrayList<>();
        for (LimitKind kind : LimitKind.values()) {
            @Nullable
            String model = switch (random.nextInt(4)) {
                case 0 -> null;
                case 1 -> MODELS.get(random.nextInt(3));
                default -> Limit.EVERY;
            };
            boolean taken = limits.stream()
                    .anyMatch(it ->
                            it.kind().reason().equals(kind.reason()) && java.util.Objects.equals(it.model(), model));
            if (random.nextInt(3) == 0 && !taken) {
                limits.add(new Limit(
                        kind, model, kind.reason().equals("spend") ? 50 + random.nextInt(100) : 1 + random.nextInt(4)));
            }
        }
        return limits.toArray(Limit[]::new);
    }

    private static void acquire(
            TestPool test, PoolModel model, Random random, List<Answer.Grant> grants, List<String> story) {
        int together = random.nextInt(3) == 0 ? 2 + random.nextInt(9) : 1;
        Set<UUID> ids = new LinkedHashSet<>();
        for (int at = 0; at < together; at++) {
            ids.add(
                    !grants.isEmpty() && random.nextInt(8) == 0
                            ? grants.get(random.nextInt(grants.size())).leaseId()
                            : UUID.randomUUID());
        }
        List<PoolConfiguration.Key> keys = test.configuration().keys();
        String name = MODELS.get(random.nextInt(3));
        UUID owner = random.nextInt(2) == 0 ? PEOPLE.get(random.nextInt(2)) : null;
        Set<UUID> excluded = random.nextInt(3) == 0
                ? keys.stream()
                        .map(PoolConfiguration.Key::id)
                        .filter(_ -> random.nextInt(3) == 0)
                        .collect(Collectors.toSet())
                : Set.of();
        UUID preferred =
                random.nextInt(4) == 0 ? keys.get(random.nextInt(keys.size())).id() : null;
        long price = random.nextInt(3) == 0 ? random.nextInt(60) : 0;
        long length = random.nextInt(2) == 0 ? 30_000 : 5_000 + random.nextInt(60_000);
        var wish = new Wish(List.copyOf(ids), name, owner, excluded, preferred, Duration.ofMillis(length), price);

        Answer.Lent lent = test.acquire(wish);
        Map<UUID, Answer.Grant> chosen =
                lent.grants().stream().collect(Collectors.toMap(Answer.Grant::leaseId, Function.identity()));
        List<PoolModel.Expected> expected =
                model.acquire(wish, chosen, test.instant().toEpochMilli());

        story.add(wish + " -> " + lent);
        PoolModel.Expected refused = null;
        int at = 0;
        for (UUID id : wish.leaseIds()) {
            PoolModel.Expected one = expected.get(at++);
            Answer.Grant grant = chosen.get(id);
            assertThat(grant == null ? null : grant.keyId())
                    .as("%s%n%s", test.configuration(), story)
                    .isEqualTo(one.key());
            if (grant == null) {
                refused = one;
            } else {
                assertThat(grant.fence())
                        .as("%s%n%s", test.configuration(), story)
                        .isEqualTo(one.fence());
                grants.removeIf(it -> it.leaseId().equals(grant.leaseId()));
                grants.add(grant);
            }
        }
        if (refused == null) {
            assertThat(lent.refused()).isEmpty();
        } else {
            Duration wait = lent.refused().orElseThrow().retryAfter();
            assertThat(wait == null ? OptionalLong.empty() : OptionalLong.of(wait.toMillis()))
                    .as("%s%n%s", test.configuration(), story)
                    .isEqualTo(refused.retryAfter());
        }
    }

    private static void settle(
            TestPool test, PoolModel model, Random random, List<Answer.Grant> grants, List<String> story) {
        if (grants.isEmpty()) {
            return;
        }
        Answer.Grant grant = grants.get(random.nextInt(grants.size()));
        long cost = random.nextInt(60);
        long rest = random.nextInt(4) == 0 ? 1_000 + random.nextInt(20_000) : 0;
        Effect effect = rest == 0 ? Effect.NONE : Effect.rest("key_model", "rate_limited", rest, 5_000, 300_000, 0);
        // Escalation to the scope is a rule of outcomes, not of leases: here only the key rests.
        TestPool.REDIS.hdel(
                "vimax:pool:{" + test.service + "}:u|" + grant.scopeId(),
                MODELS.stream().map(it -> "rl|" + it).toArray(String[]::new));
        story.add("settle " + grant.keyId() + " cost " + cost + " rest " + rest);

        model.settle(grant.leaseId(), cost, rest, test.instant().toEpochMilli());
        test.settle(grant, cost, effect);
    }

    private static void extend(TestPool test, PoolModel model, Random random, List<Answer.Grant> grants) {
        if (grants.isEmpty()) {
            return;
        }
        Answer.Grant grant = grants.get(random.nextInt(grants.size()));
        long fence = random.nextInt(5) == 0 ? grant.fence() + 1 : grant.fence();
        boolean kept =
                model.extend(grant.leaseId(), fence, 30_000, test.instant().toEpochMilli());

        assertThat(test.pool.extend(grant.leaseId(), fence, Duration.ofSeconds(30)))
                .isInstanceOf(kept ? Pool.Extended.Until.class : Pool.Extended.Lost.class);
    }
}
