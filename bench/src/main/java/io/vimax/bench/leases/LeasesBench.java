package io.vimax.bench.leases;

import io.vimax.bench.measure.Text;
import io.vimax.bench.replica.KeyPoolSystem;
import io.vimax.bench.replica.KeyPoolSystem.NewKey;
import io.vimax.bench.replica.KeyPoolSystem.NewLimit;
import io.vimax.standalone.bench.Figures;
import io.vimax.standalone.home.Dist;
import io.vimax.testing.RedisProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** {@code bench leases}: our pool, bucket4j, Redisson and a bare script on one Redis in one run; then the same through HTTP. */
public final class LeasesBench {

    private static final List<Integer> SIZES = List.of(20, 200, 2_000);
    private static final int THREADS = 16;
    private static final int ROUNDS = 3;
    private static final long NEVER_REACHED = 10_000_000;
    private static final int OVER_ADMISSION_SECONDS = 75;
    private static final int SECONDS = 6;
    private static final int RATE = 500;
    private static final int RATE_SECONDS = 20;
    private static final String SERVICE = "openai";

    private final Dist dist;
    private final Path folder;
    private final Figures figures;
    private final PrintStream out;

    /**
     * Nothing is measured yet.
     *
     * @param folder for logs of the measured processes
     */
    public LeasesBench(Dist dist, Path folder, Figures figures, PrintStream out) {
        this.dist = dist;
        this.folder = folder;
        this.figures = figures;
        this.out = out;
    }

    /** One line of the Redis layer, in calls a second. */
    record RedisLine(
            int keys,
            String load,
            double acquire,
            double settle,
            double bucket4j,
            double redisson,
            double bareEvalsha,
            double shareOfBare) {}

    record HttpLine(int keys, String load, double pairs) {}

    record Result(
            String when,
            List<RedisLine> redis,
            Map<String, OverAdmission.Count> overAdmission,
            List<HttpLine> http,
            HttpPairs.Latencies at500) {}

    /** @param when what the figures were measured on */
    public void run(String when) throws IOException, InterruptedException, SQLException {
        List<RedisLine> redis = new ArrayList<>();
        Map<String, OverAdmission.Count> over;
        var server = new RedisProcess();
        try (server;
                UnifiedJedis jedis = jedis(server.port());
                var crew = new Crew(THREADS)) {
            var rates = new RedisRates(jedis, server.url(), crew, ROUNDS);
            for (int keys : SIZES) {
                for (boolean hot : new boolean[] {false, true}) {
                    redis.add(line(new Setting(keys, hot, NEVER_REACHED), rates));
                }
            }
            out.println("Over-admission: everybody asks for " + OVER_ADMISSION_SECONDS + " s");
            over = new OverAdmission(jedis, server.url()).measure(OVER_ADMISSION_SECONDS);
        }
        List<HttpLine> http = new ArrayList<>();
        HttpPairs.Latencies latencies = null;
        try (var system = new KeyPoolSystem(dist, folder, KeyPoolSystem.SERVER, 1)) {
            var pairs = new HttpPairs(system.replicas().getFirst().port(), SERVICE);
            int added = 0;
            for (int keys : SIZES) {
                add(system, added, keys);
                added = keys;
                for (boolean hot : new boolean[] {false, true}) {
                    var setting = new Setting(keys, hot, NEVER_REACHED);
                    pairs.warmUp(setting.model());
                    double rate = pairs.rate(setting.model(), SECONDS);
                    http.add(new HttpLine(keys, setting.load(), rate));
                    out.println(Text.format(
                            "HTTP  %5d keys  %-11s  %,7.0f pairs/s",
                            keys, http.getLast().load(), rate));
                }
                if (keys == 200) {
                    latencies = pairs.atRate(new Setting(keys, false, NEVER_REACHED).model(), RATE, RATE_SECONDS);
                }
            }
        }
        if (latencies == null) {
            throw new IllegalStateException("Nothing was measured at " + RATE + "/s");
        }
        var result = new Result(when, redis, over, http, latencies);
        List<String> section = LeasesTable.of(result);
        section.stream().skip(2).forEach(out::println);
        figures.keep("leases", result, section);
    }

    private static UnifiedJedis jedis(int port) {
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(THREADS * 4);
        pool.setMaxIdle(THREADS * 4);
        return RedisClient.builder()
                .hostAndPort("127.0.0.1", port)
                .poolConfig(pool)
                .build();
    }

    private RedisLine line(Setting setting, RedisRates rates) throws IOException, InterruptedException {
        RedisRates.Rates measured = rates.measure(setting);
        double bare = measured.bare().take();
        var line = new RedisLine(
                setting.keys(),
                setting.load(),
                measured.ours().take(),
                measured.ours().settle(),
                measured.bucket4j().take(),
                measured.redisson().take(),
                bare,
                measured.ours().take() / bare);
        out.println(Text.format(
                "Redis %5d keys  %-11s  acquire %,7.0f/s  settle %,7.0f/s  bucket4j %,7.0f/s  Redisson %,7.0f/s  EVALSHA %,7.0f/s",
                line.keys(),
                line.load(),
                line.acquire(),
                line.settle(),
                line.bucket4j(),
                line.redisson(),
                line.bareEvalsha()));
        return line;
    }

    private static void add(KeyPoolSystem system, int from, int to)
            throws IOException, InterruptedException, SQLException {
        system.add(IntStream.range(from, to)
                .mapToObj(number -> new NewKey(
                        SERVICE, "bench " + number, "sk-" + UUID.randomUUID(), null, Setting.modelsOf(number)))
                .toList());
        system.limit(
                SERVICE,
                List.of(
                        new NewLimit(null, "in_flight", "now", 100_000),
                        new NewLimit("*", "requests_per_minute", "rolling", NEVER_REACHED),
                        new NewLimit("*", "requests_per_day", "day", 1_000_000_000)));
    }
}
