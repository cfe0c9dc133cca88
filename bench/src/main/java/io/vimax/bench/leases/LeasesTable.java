package io.vimax.bench.leases;

import static io.vimax.bench.measure.Text.format;

import java.util.ArrayList;
import java.util.List;

/** The figures as a section of docs/benchmarks.md. */
final class LeasesTable {

    private LeasesTable() {}

    static List<String> of(LeasesBench.Result result) {
        List<String> lines = new ArrayList<>();
        lines.add("## Lending keys, beside bucket4j and Redisson");
        lines.add("");
        lines.add(result.when()
                + " One Redis, one run, medians of three rounds, 16 threads; the client is on the same machine.");
        lines.add(
                "ViMax chooses the key and reserves three limits (in flight, by the minute, by the day); the peers are told the key"
                        + " and know one limit by the minute.");
        lines.add("");
        lines.add(
                "| keys | load | acquire/s | settle/s | bucket4j/s | Redisson/s | bare EVALSHA/s | acquire of bare EVALSHA |"
                        + " of bucket4j | of Redisson |");
        lines.add("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (LeasesBench.RedisLine line : result.redis()) {
            lines.add(format(
                    "| %,d | %s | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f | %.2f | %.2f | %.2f |",
                    line.keys(),
                    line.load(),
                    line.acquire(),
                    line.settle(),
                    line.bucket4j(),
                    line.redisson(),
                    line.bareEvalsha(),
                    line.shareOfBare(),
                    line.acquire() / line.bucket4j(),
                    line.acquire() / line.redisson()));
        }
        lines.add("");
        lines.add(
                "| limiter, 20 keys of 100 calls in any 60 s, everybody asks for 75 s | let through | over the limit |");
        lines.add("| --- | ---: | ---: |");
        result.overAdmission()
                .forEach(
                        (name, count) -> lines.add(format("| %s | %,d | %,d |", name, count.admitted(), count.over())));
        lines.add("");
        lines.add(format(
                "| through HTTP by %d connections, durable in PostgreSQL: keys | load | acquire and settle, pairs/s |",
                HttpPairs.CONNECTIONS));
        lines.add("| ---: | --- | ---: |");
        for (LeasesBench.HttpLine line : result.http()) {
            lines.add(format("| %,d | %s | %,.0f |", line.keys(), line.load(), line.pairs()));
        }
        lines.add("");
        var at500 = result.at500();
        lines.add(format(
                "At 500 pairs/s with 200 keys: acquire p50 %.1f ms, p99 %.1f ms; settle p99 %.1f ms; both p50 %.1f ms, p99 %.1f ms.",
                at500.acquireP50(), at500.acquireP99(), at500.settleP99(), at500.pairP50(), at500.pairP99()));
        return lines;
    }
}
