package io.vimax.bench.portkey;

import static io.vimax.bench.measure.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The scores as a section of docs/benchmarks.md. */
final class ScoreTable {

    private ScoreTable() {}

    static List<String> of(PortkeyBench.Result result) {
        List<String> lines = new ArrayList<>();
        lines.add("## Dividing calls among keys, beside Portkey's gateway");
        lines.add("");
        lines.add(format(
                "%s `%s` %s from npm and ViMax's key pool, one process each, one after the other on one machine. The provider is simulated: four"
                        + " accounts with a key each that allow %s calls in any 60 s and %s at once, %d a minute together; a call takes %d to %d s. Wanted"
                        + " are calls at the same random moments for everybody, 80 or 120 %% of that. All callers do the same: told to wait, they wait"
                        + " so long and ask again; when that would make it more than %d s since they wanted the call, they give up. Counted are %.0f"
                        + " minutes, after %.0f s in which the windows fill.",
                result.when(),
                PortkeyPackage.NAME,
                result.version(),
                each(result.accounts(), Allowance::perMinute),
                each(result.accounts(), Allowance::inFlight),
                Allowance.perMinute(result.accounts()),
                Provider.SHORTEST.toSeconds(),
                Provider.LONGEST.toSeconds(),
                result.patienceSeconds(),
                result.minutes(),
                result.rampSeconds()));
        lines.add("");
        lines.add(
                "- Portkey, retries: `loadbalance` with weights like the limits; after a 429 the same key again, five times, after 1, 2, 4, 8"
                        + " and 16 s (its option to wait as long as the provider says ends in error 500 in the package on npm).");
        lines.add(
                "- Portkey, fallback: the same, but after a 429 the other keys at once, those that allow most first.");
        lines.add(
                "- ViMax: the caller gets a lease from the key pool, which knows the limits, and calls with the key that it was lent; while"
                        + " no key is free, nothing is sent.");
        lines.add("");
        lines.addAll(rows(result.scores()));
        result.missed().forEach(words -> {
            lines.add("");
            lines.add("Missed: " + words + ".");
        });
        return lines;
    }

    /** The table alone. */
    static List<String> rows(List<Score> scores) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| wanted a minute | by | successful calls a minute | of the limits | 429s of the provider | 429s that callers saw |"
                        + " callers who gave up | other errors | time to an answer, p50 | p95 |");
        lines.add("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (Score score : scores) {
            lines.add(format(
                    "| %.1f (%.0f %%) | %s | %.1f | %.1f %% | %,d | %,d | %,d | %,d | %.1f s | %.1f s |",
                    score.wantedPerMinute(),
                    score.load() * 100,
                    score.name(),
                    score.servedPerMinute(),
                    score.used() * 100,
                    score.refused(),
                    score.seen(),
                    score.gaveUp(),
                    score.broken(),
                    score.p50Ms() / 1_000,
                    score.p95Ms() / 1_000));
        }
        return lines;
    }

    private static String each(List<Allowance> accounts, ToIntFunction<Allowance> limit) {
        return accounts.stream()
                .map(account -> Integer.toString(limit.applyAsInt(account)))
                .collect(Collectors.joining(", "));
    }
}
