package io.vimax.bench.drill;

import io.vimax.bench.replica.KeyPoolSystem;
import io.vimax.bench.replica.Replica;
import io.vimax.testing.RedisProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientPauseMode;

/** Kills and breaks, one thing after another, in an order that the seed decides. */
final class Faults {

    private static final long LEAST_PAUSE_MS = 3_000;
    private static final int MORE_PAUSE_MS = 4_000;

    private final KeyPoolSystem system;
    private final Random random;
    private final Consumer<String> say;
    private int replicasKilled;
    private int redisFaults;

    Faults(KeyPoolSystem system, Random random, Consumer<String> say) {
        this.system = system;
        this.random = random;
        this.say = say;
    }

    private enum Fault {
        KILL_REPLICA,
        KILL_REDIS,
        PAUSE_REDIS,
        FLUSH_REDIS,
        FLUSH_SCRIPTS,
        SLOW_REDIS
    }

    int replicasKilled() {
        return replicasKilled;
    }

    int redisFaults() {
        return redisFaults;
    }

    /**
     * Goes on until the moment is there; every fault happens at least once if there is time for it. Lost memories come first, because
     * accounts that count minutes rest for one afterwards.
     *
     * @param end by {@link System#nanoTime}
     */
    void until(long end) throws IOException, InterruptedException {
        List<Fault> round = new ArrayList<>(List.of(Fault.FLUSH_REDIS, Fault.KILL_REDIS));
        Collections.shuffle(round, random);
        round.add(1, Fault.KILL_REPLICA);
        while (true) {
            List<Fault> more = new ArrayList<>(List.of(
                    Fault.KILL_REPLICA,
                    Fault.KILL_REPLICA,
                    Fault.KILL_REPLICA,
                    Fault.PAUSE_REDIS,
                    Fault.FLUSH_SCRIPTS,
                    Fault.SLOW_REDIS));
            Collections.shuffle(more, random);
            round.addAll(more);
            for (Fault fault : round) {
                long pauseNs = TimeUnit.MILLISECONDS.toNanos(LEAST_PAUSE_MS + random.nextInt(MORE_PAUSE_MS));
                if (end - System.nanoTime() < pauseNs) {
                    return;
                }
                TimeUnit.NANOSECONDS.sleep(pauseNs);
                strike(fault);
            }
            round.clear();
            if (random.nextInt(3) == 0) {
                round.add(random.nextBoolean() ? Fault.KILL_REDIS : Fault.FLUSH_REDIS);
            }
        }
    }

    private void strike(Fault fault) throws IOException, InterruptedException {
        RedisProcess redis = system.redis();
        if (fault != Fault.KILL_REPLICA) {
            redisFaults++;
        }
        switch (fault) {
            case KILL_REPLICA -> killReplica();
            case KILL_REDIS -> {
                redis.kill();
                int away = 100 + random.nextInt(1_500);
                TimeUnit.MILLISECONDS.sleep(away);
                redis.startAgain();
                say.accept("Redis killed, back empty after " + away + " ms");
            }
            case PAUSE_REDIS -> {
                int length = 500 + random.nextInt(3_000);
                redis.pause();
                TimeUnit.MILLISECONDS.sleep(length);
                redis.goOn();
                say.accept("Redis stopped by SIGSTOP for " + length + " ms");
            }
            case FLUSH_REDIS -> {
                inRedis(Jedis::flushAll);
                say.accept("Redis flushed");
            }
            case FLUSH_SCRIPTS -> {
                inRedis(Jedis::scriptFlush);
                say.accept("Scripts flushed");
            }
            case SLOW_REDIS -> {
                say.accept("Redis slowed for 2 s");
                // Nobody is answered for 150 to 400 ms, then somebody is, and so on.
                for (int times = 0; times < 8; times++) {
                    int length = 150 + random.nextInt(250);
                    inRedis(jedis -> jedis.clientPause(length, ClientPauseMode.ALL));
                    TimeUnit.MILLISECONDS.sleep(length + 20);
                }
            }
        }
    }

    private void killReplica() throws IOException, InterruptedException {
        List<Replica> replicas = system.replicas();
        int number = random.nextInt(replicas.size());
        Replica replica = replicas.get(number);
        replica.kill();
        replicasKilled++;
        int away = random.nextInt(1_500);
        TimeUnit.MILLISECONDS.sleep(away);
        replica.startAgain();
        say.accept("Replica " + number + " killed, started again after " + away + " ms");
    }

    private void inRedis(Consumer<Jedis> command) {
        try (var jedis = new Jedis("127.0.0.1", system.redis().port(), 5_000)) {
            command.accept(jedis);
        }
    }
}
