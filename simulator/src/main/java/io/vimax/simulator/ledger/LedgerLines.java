package io.vimax.simulator.ledger;

import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Entries as lines of JSON in snake_case; what is empty is left out. */
public final class LedgerLines {

    private static final JsonMapper JSON = JsonMapper.shared();

    private LedgerLines() {}

    /** One entry with its line end. */
    public static String line(LedgerEntry entry) {
        ObjectNode line = JSON.createObjectNode();
        line.put("number", entry.number());
        line.put("at", entry.at().toString());
        line.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
        Subject subject = entry.subject();
        put(line, "provider", subject.provider());
        put(line, "account", subject.account());
        put(line, "key", subject.key());
        put(line, "model", subject.model());
        put(line, "job", subject.job());
        put(line, "reference", subject.reference());
        put(line, "prompt", subject.prompt());
        if (entry.micros() != 0) {
            line.put("micros", entry.micros());
        }
        put(line, "detail", entry.detail());
        return JSON.writeValueAsString(line) + "\n";
    }

    private static void put(ObjectNode line, String name, String value) {
        if (!value.isEmpty()) {
            line.put(name, value);
        }
    }
}
