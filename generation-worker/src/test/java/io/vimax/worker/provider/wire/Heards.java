package io.vimax.worker.provider.wire;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers as they come, for tables of complaints. */
public final class Heards {

    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private Heards() {}

    public static Answer.Heard heard(int status, String body) {
        return heard(status, Map.of(), body);
    }

    public static Answer.Heard heard(int status, Map<String, String> headers, String body) {
        Map<String, List<String>> all = new HashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new Answer.Heard(
                status, HttpHeaders.of(all, (_, _) -> true), body.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
