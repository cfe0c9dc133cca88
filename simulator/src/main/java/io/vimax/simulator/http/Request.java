package io.vimax.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request, read to its end. Names of headers are in lower case; path and query are decoded. */
public final class Request {

    private final String method;
    private final String path;
    private final Map<String, List<String>> query;
    private final Map<String, String> headers;
    private final byte[] body;

    private Request(
            String method, String path, Map<String, List<String>> query, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    static Request of(String method, String target, Map<String, String> headers, byte[] body) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        return new Request(method, decodePath(path), parse(query), headers, body);
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    /** The body; the caller must not change it. */
    public byte[] body() {
        return body;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The first value of a query parameter. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).map(List::getFirst);
    }

    /** All values of a query parameter. */
    public List<String> queryValues(String name) {
        return query.getOrDefault(name, List.of());
    }

    /** The same request with the first part of its path, such as {@code /yunwu}, cut off. */
    public Request below(String prefix) {
        if (!path.startsWith(prefix)) {
            throw new IllegalArgumentException("The path does not begin with " + prefix);
        }
        return new Request(method, path.substring(prefix.length()), query, headers, body);
    }

    private static Map<String, List<String>> parse(String query) {
        if (query.isEmpty()) {
            return Map.of();
        }
        var values = new LinkedHashMap<String, List<String>>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            values.computeIfAbsent(decode(name), _ -> new ArrayList<>()).add(decode(value));
        }
        return values;
    }

    private static String decodePath(String path) {
        return path.indexOf('%') < 0 ? path : decode(path.replace("+", "%2B"));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
