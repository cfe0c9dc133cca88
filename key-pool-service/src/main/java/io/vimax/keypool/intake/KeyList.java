package io.vimax.keypool.intake;

import io.vimax.keypool.intake.Draft.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/** Reads a list of keys into drafts, from CSV with a header line or from JSON (an array of objects, or that under {@code items}). */
final class KeyList {

    static final int MOST_LINES = 10_000;

    static final Set<String> FIELDS = new TreeSet<>(Set.of(
            "service_type",
            "key",
            "label",
            "scope",
            "base_url",
            "weight",
            "priority",
            "models",
            "rate_limit_per_minute",
            "rate_limit_per_day",
            "test"));

    private static final String KNOWN = "known are " + String.join(", ", FIELDS);

    private KeyList() {}

    /** @throws ImportException if it is no list of keys at all, or too long */
    static List<Draft> ofCsv(String text) {
        List<Csv.Row> rows = Csv.read(text, MOST_LINES + 1);
        if (rows.isEmpty()) {
            throw new ImportException.Empty();
        }
        if (rows.size() > MOST_LINES + 1) {
            throw new ImportException.TooLong(MOST_LINES);
        }
        List<String> header = header(rows.getFirst());
        List<Draft> drafts = new ArrayList<>();
        for (Csv.Row row : rows.subList(1, rows.size())) {
            List<LineFault> faults = new ArrayList<>();
            if (row.fault() != null) {
                faults.add(row.fault());
            } else if (row.cells().size() > header.size()) {
                Cell extra = row.cells().get(header.size());
                faults.add(new LineFault(
                        extra.line(),
                        extra.column(),
                        null,
                        "too-many-values",
                        "the header names " + header.size() + " columns, this line has "
                                + row.cells().size()));
            }
            Map<String, Cell> cells = new HashMap<>();
            int readable =
                    row.fault() == null ? Math.min(header.size(), row.cells().size()) : 0;
            for (int place = 0; place < readable; place++) {
                Cell cell = row.cells().get(place);
                if (!cell.text().isEmpty()) {
                    cells.put(header.get(place), cell);
                }
            }
            drafts.add(new Draft(row.line(), cells, faults));
        }
        return drafts;
    }

    /** A file without a header has a secret in its first line, so nothing of it is repeated. */
    private static List<String> header(Csv.Row row) {
        List<LineFault> faults = new ArrayList<>();
        if (row.fault() != null) {
            faults.add(row.fault());
        }
        List<String> names = new ArrayList<>();
        for (Cell cell : row.cells()) {
            String name = cell.text().strip().toLowerCase(Locale.ROOT);
            if (!FIELDS.contains(name)) {
                faults.add(new LineFault(
                        cell.line(),
                        cell.column(),
                        null,
                        "unknown-column",
                        "the first line names the columns; " + KNOWN));
            } else if (names.contains(name)) {
                faults.add(new LineFault(cell.line(), cell.column(), name, "duplicate-column", "name a column once"));
            }
            names.add(name);
        }
        for (String needed : List.of("service_type", "key")) {
            if (!names.contains(needed)) {
                faults.add(new LineFault(row.line(), 1, needed, "missing-column", "add the column " + needed));
            }
        }
        if (!faults.isEmpty()) {
            throw new ImportException.BadHeader(faults);
        }
        return names;
    }

    /** @throws ImportException if it is no list of keys at all, or too long */
    static List<Draft> ofJson(String text, JsonMapper json) {
        List<Draft> drafts = new ArrayList<>();
        try (JsonParser parser = json.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                if (parser.nextToken() != JsonToken.PROPERTY_NAME
                        || !parser.currentName().equals("items")
                        || parser.nextToken() != JsonToken.START_ARRAY) {
                    throw unreadable(parser.currentTokenLocation(), "the list is an array, alone or under items");
                }
            } else if (first != JsonToken.START_ARRAY) {
                throw unreadable(parser.currentTokenLocation(), "the list is an array, alone or under items");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (drafts.size() == MOST_LINES) {
                    throw new ImportException.TooLong(MOST_LINES);
                }
                drafts.add(draft(parser));
            }
            if (first == JsonToken.START_OBJECT && parser.nextToken() != JsonToken.END_OBJECT) {
                throw unreadable(parser.currentTokenLocation(), "beside items there is nothing");
            }
        } catch (JacksonException e) {
            // Its message may repeat the text.
            throw unreadable(e.getLocation(), "this is not JSON");
        }
        if (drafts.isEmpty()) {
            throw new ImportException.Empty();
        }
        return drafts;
    }

    private static Draft draft(JsonParser parser) {
        TokenStreamLocation start = parser.currentTokenLocation();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new Draft(
                    start.getLineNr(),
                    Map.of(),
                    List.of(fault(start, "not-an-object", "every entry is an object with service_type and key")));
        }
        Map<String, Cell> cells = new LinkedHashMap<>();
        List<LineFault> faults = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            TokenStreamLocation nameAt = parser.currentTokenLocation();
            JsonToken value = parser.nextToken();
            TokenStreamLocation at = parser.currentTokenLocation();
            if (!FIELDS.contains(name)) {
                faults.add(fault(nameAt, "unknown-field", KNOWN));
                parser.skipChildren();
            } else if (value == JsonToken.START_ARRAY && name.equals("models")) {
                cells.put(name, new Cell(models(parser), at.getLineNr(), at.getColumnNr()));
            } else if (value.isStructStart()) {
                faults.add(new LineFault(
                        at.getLineNr(), at.getColumnNr(), name, "unfit-value", "a text, a number, true or false"));
                parser.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                cells.put(name, new Cell(parser.getString(), at.getLineNr(), at.getColumnNr()));
            }
        }
        return new Draft(start.getLineNr(), cells, faults);
    }

    private static String models(JsonParser parser) {
        List<String> models = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken().isStructStart()) {
                parser.skipChildren();
            } else {
                models.add(parser.getString());
            }
        }
        return String.join("|", models);
    }

    private static LineFault fault(TokenStreamLocation at, String code, String message) {
        return new LineFault(at.getLineNr(), at.getColumnNr(), null, code, message);
    }

    private static ImportException unreadable(TokenStreamLocation at, String message) {
        return new ImportException.Unreadable(fault(at, "unreadable", message));
    }
}
