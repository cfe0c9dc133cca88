package io.vimax.worker.provider.wire;

import io.vimax.worker.provider.failure.RetryHints;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a provider says when it does not do what was asked, out of the envelopes in use: {@code error} with message, type and
 * code (OpenAI and the relays, Ark, Google with {@code status}), {@code error} as plain text, code and message at the top, and
 * a page of a proxy in front, which has none of them.
 *
 * @param status of HTTP
 * @param code stable word or number; empty if it has none
 * @param type what the provider takes it for, which need not be so; empty if it has none
 * @param message for people, in the provider's words
 * @param fromProvider whether the answer is the provider's own and not a proxy's page
 */
public record Complaint(int status, String code, String type, String message, boolean fromProvider, RetryHints hints) {

    private static final int LONGEST_QUOTE = 300;

    /** What might be a key, whole or in part: providers like to repeat some of it. */
    private static final Pattern KEY =
            Pattern.compile("\\b(?:sk|pk|rk|key)[-_][-_A-Za-z0-9*.]{8,}|\\bAIza[-_A-Za-z0-9]{8,}|\\S*\\*{3,}\\S*");

    public static Complaint of(Answer.Heard heard) {
        JsonNode body = heard.json().orElseGet(JsonNodeFactory.instance::objectNode);
        boolean fromProvider = !body.isEmpty();
        RetryHints hints = HintReader.read(heard.headers(), body, heard.at());
        JsonNode error = body.path("error");
        if (error.isString()) {
            return new Complaint(heard.status(), "", "", error.stringValue(), fromProvider, hints);
        }
        JsonNode source = error.isObject() ? error : body;
        return new Complaint(
                heard.status(),
                StrictJson.text(source, "code"),
                StrictJson.text(source, "type", "status") + quotas(source),
                StrictJson.text(source, "message", "msg", "detail", "reason"),
                fromProvider,
                hints);
    }

    /** Google names what is used up only in the details. */
    private static String quotas(JsonNode source) {
        var quotas = new StringBuilder();
        for (JsonNode detail : source.path("details")) {
            for (JsonNode violation : detail.path("violations")) {
                quotas.append(' ').append(StrictJson.text(violation, "quotaId"));
            }
        }
        return quotas.toString();
    }

    /** Whether an answer with status 200 is a complaint all the same. */
    public static boolean isIn(JsonNode body) {
        JsonNode error = body.path("error");
        return error.isObject() && !error.isEmpty()
                || error.isString() && !error.stringValue().isBlank();
    }

    /** Whether code, type or message has one of these words, given in lower case. */
    public boolean says(String... words) {
        String all = (code + " " + type + " " + message).toLowerCase(Locale.ROOT);
        return Stream.of(words).anyMatch(all::contains);
    }

    /** The provider's words, short enough to show and without what might be a key. */
    public String quote() {
        String bare = KEY.matcher(message.strip().replaceAll("\\s+", " "))
                .replaceAll("[key]")
                .replaceFirst("[.。!]+$", "");
        if (bare.isEmpty()) {
            return "status " + status;
        }
        return bare.length() <= LONGEST_QUOTE ? bare : bare.substring(0, LONGEST_QUOTE) + "…";
    }
}
