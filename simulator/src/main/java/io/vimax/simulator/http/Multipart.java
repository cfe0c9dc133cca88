package io.vimax.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forms with files (RFC 7578). */
public final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data;.*boundary=\"?([^\";]+)\"?.*");
    private static final Pattern NAME = Pattern.compile(";\\s*name=\"([^\"]*)\"");

    private Multipart() {}

    /** One field of a form. */
    public record Field(String name, byte[] content) {

        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /** The fields; empty if the request has no such form. */
    public static Optional<List<Field>> read(Request request) {
        Matcher type = BOUNDARY.matcher(request.header("content-type").orElse(""));
        if (!type.matches()) {
            return Optional.empty();
        }
        // One char is one byte here, so positions in the text are positions in the body.
        String body = new String(request.body(), StandardCharsets.ISO_8859_1);
        var fields = new ArrayList<Field>();
        String[] parts = body.split(Pattern.quote("--" + type.group(1)), -1);
        for (int i = 1; i < parts.length - 1; i++) {
            int head = parts[i].indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(head < 0 ? "" : parts[i].substring(0, head));
            if (!name.find() || !parts[i].endsWith("\r\n")) {
                return Optional.empty();
            }
            String content = parts[i].substring(head + 4, parts[i].length() - 2);
            fields.add(new Field(String.valueOf(name.group(1)), content.getBytes(StandardCharsets.ISO_8859_1)));
        }
        return Optional.of(fields);
    }
}
