package io.vimax.worker.provider.local.frame;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A spec as one line of text, form-encoded like a URL's query, for the text chunk of a PNG. */
final class SpecText {
    private static final String VERSION = "vimax-frame/1";

    private SpecText() {}

    static String write(FrameSpec s) {
        return String.join(
                "&",
                pair("format", VERSION),
                pair("description", s.description()),
                pair("place", s.place()),
                pair("time", s.timeOfDay()),
                pair("weather", s.weather()),
                pair("interior", String.valueOf(s.interior())),
                pair("mood", s.mood()),
                pair("framing", s.framing()),
                pair("move", s.cameraMove()),
                pair("people", s.people().stream().map(SpecText::encode).collect(Collectors.joining(","))),
                pair("style", s.style()),
                pair("seed", String.valueOf(s.seed())),
                pair("look", String.valueOf(s.lookSeed())),
                pair("width", String.valueOf(s.width())),
                pair("height", String.valueOf(s.height())));
    }

    /** Empty when the text is not a spec of this version. */
    static Optional<FrameSpec> read(String text) {
        Map<String, String> m = new HashMap<>();
        try {
            for (String pair : text.split("&", -1)) {
                int eq = pair.indexOf('=');
                if (eq > 0) {
                    m.put(pair.substring(0, eq), decode(pair.substring(eq + 1)));
                }
            }
            if (!VERSION.equals(m.get("format"))) {
                return Optional.empty();
            }
            String people = m.getOrDefault("people", "");
            List<String> names = people.isEmpty()
                    ? List.of()
                    : Arrays.stream(people.split(",")).map(SpecText::decode).toList();
            return Optional.of(new FrameSpec(
                    m.getOrDefault("description", ""),
                    m.getOrDefault("place", ""),
                    m.getOrDefault("time", ""),
                    m.getOrDefault("weather", ""),
                    Boolean.parseBoolean(m.get("interior")),
                    m.getOrDefault("mood", ""),
                    m.getOrDefault("framing", ""),
                    m.getOrDefault("move", ""),
                    names,
                    m.getOrDefault("style", ""),
                    Long.parseLong(m.getOrDefault("seed", "0")),
                    Long.parseLong(m.getOrDefault("look", "0")),
                    Integer.parseInt(m.getOrDefault("width", "1280")),
                    Integer.parseInt(m.getOrDefault("height", "720"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String pair(String key, String value) {
        return key + "=" + encode(value);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String decode(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
