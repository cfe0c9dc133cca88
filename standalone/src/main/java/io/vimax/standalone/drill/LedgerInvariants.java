package io.vimax.standalone.drill;

import io.vimax.standalone.drill.Invariants.Findings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must hold at a provider after any crash, by the books of the simulator: each piece of work was sent and paid once. */
public final class LedgerInvariants {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PROVIDER = "yunwu";
    private static final int MICRO_DIGITS = 6;

    private LedgerInvariants() {}

    /** How many lines there are now, so that a check can begin behind them. */
    public static long lines(Path ledger) throws IOException {
        if (!Files.exists(ledger)) {
            return 0;
        }
        try (var lines = Files.lines(ledger)) {
            return lines.count();
        }
    }

    /**
     * Compares the ledger with what the Studio shows.
     *
     * @param before lines at the beginning that belong to earlier films
     * @param document the state document of the only film made since
     */
    public static Findings of(Path ledger, long before, JsonNode document) throws IOException {
        try (var lines = Files.lines(ledger)) {
            return of(lines.skip(before).map(JSON::readTree).toList(), document);
        }
    }

    static Findings of(List<JsonNode> entries, JsonNode document) {
        List<String> broken = new ArrayList<>();
        Map<String, Integer> accepted = new HashMap<>();
        long charged = 0;
        long refused = 0;
        for (JsonNode entry : entries) {
            String kind = entry.path("kind").asString("");
            switch (kind) {
                case "accepted" -> accepted.merge(entry.path("reference").asString(""), 1, Integer::sum);
                case "charged" -> charged += entry.path("micros").asLong(0);
                case "refunded" -> charged -= entry.path("micros").asLong(0);
                case "refused" -> refused++;
                case "violation", "fault", "foreign_poll" ->
                    broken.add("the simulator notes a " + kind.replace('_', ' ') + ": "
                            + entry.path("detail").asString(""));
                default -> {}
            }
        }
        long clips = 0;
        for (JsonNode generation : document.path("generations")) {
            if (generation.path("provider").asString("").equals(PROVIDER)) {
                Integer count = accepted.remove(generation.path("id").asString(""));
                String what = generation.path("kind").asString("") + " of "
                        + generation.path("target").path("label").asString("");
                if (count == null || count != 1) {
                    broken.add(what + " was accepted " + (count == null ? 0 : count) + " times");
                }
                clips += generation.path("kind").asString("").equals("video") ? 1 : 0;
            }
        }
        accepted.forEach((reference, count) -> broken.add("work that nobody knows was accepted: " + reference));
        long shown = new BigDecimal(document.path("cost").path("amount").asString("0"))
                .movePointRight(MICRO_DIGITS)
                .longValue();
        if (shown != charged) {
            broken.add("the film shows a cost of " + shown + " micro-USD, and " + charged + " were charged");
        }
        if (clips == 0) {
            broken.add("no clip was made by the simulator");
        }
        Map<String, Long> figures = new TreeMap<>();
        figures.put("sim_clips", clips);
        figures.put("sim_charged_micros", charged);
        figures.put("sim_refused", refused);
        return new Findings(broken, figures);
    }
}
