package io.vimax.worker.provider.wire;

import io.vimax.worker.provider.failure.RetryHints;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads every way in which providers say when to come again: {@code retry-after-ms} (OpenAI), {@code x-ms-retry-after-ms}
 * (Azure), {@code Retry-After} in seconds or as a date (RFC 9110), Google's {@code RetryInfo}, {@code retry_after} in seconds
 * (Replicate), and sentences such as "Please try again in 1m30s".
 */
final class HintReader {

    private static final Duration LONGEST = Duration.ofDays(2);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(?:\\.\\d{1,9})?");
    private static final Pattern SENTENCE = Pattern.compile(
            "(?:try again|retry|resets?|wait)(?: after| in)? ~?((?:\\d+(?:\\.\\d+)?(?:ms|h|m|s)){1,4})(?![a-z])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|h|m|s)");
    private static final Pattern DAY = Pattern.compile(
            "per ?day|\\ba day\\b|\\bRPD\\b|requests_per_day|\\bdaily\\b|每日|每天|当日", Pattern.CASE_INSENSITIVE);

    private HintReader() {}

    static RetryHints read(HttpHeaders headers, JsonNode body, Instant now) {
        List<Duration> waits = new ArrayList<>();
        for (String header : List.of("retry-after-ms", "x-ms-retry-after-ms")) {
            headers.firstValue(header).flatMap(text -> times(text, 1)).ifPresent(waits::add);
        }
        headers.firstValue("retry-after")
                .flatMap(text -> afterHeader(text, headers, now))
                .ifPresent(waits::add);
        JsonNode error = body.path("error");
        for (JsonNode detail : error.path("details")) {
            text(detail, "retryDelay")
                    .map(delay -> delay.replaceFirst("s$", ""))
                    .flatMap(seconds -> times(seconds, 1_000))
                    .ifPresent(waits::add);
        }
        text(body, "retry_after").flatMap(seconds -> times(seconds, 1_000)).ifPresent(waits::add);
        String words = words(body);
        Matcher sentence = SENTENCE.matcher(words);
        while (sentence.find()) {
            waits.add(parts(String.valueOf(sentence.group(1))));
        }
        return new RetryHints(
                waits.stream().filter(wait -> wait.compareTo(LONGEST) <= 0).toList(),
                DAY.matcher(words).find());
    }

    /** Counted from the provider's own clock where it says what time it is. */
    private static Optional<Duration> afterHeader(String text, HttpHeaders headers, Instant now) {
        Optional<Duration> seconds = times(text.strip(), 1_000);
        if (seconds.isPresent()) {
            return seconds;
        }
        Instant from = headers.firstValue("date").flatMap(HintReader::date).orElse(now);
        return date(text).map(until -> Duration.between(from, until)).map(HintReader::notNegative);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> times(String number, int millis) {
        return NUMBER.matcher(number.strip()).matches()
                ? Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(number.strip()) * millis)))
                : Optional.empty();
    }

    private static Duration parts(String text) {
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            int millis = switch (String.valueOf(part.group(2))) {
                case "h" -> 3_600_000;
                case "m" -> 60_000;
                case "s" -> 1_000;
                default -> 1;
            };
            sum = sum.plus(times(String.valueOf(part.group(1)), millis).orElse(Duration.ZERO));
        }
        return sum;
    }

    private static Duration notNegative(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(StrictJson.text(node, name)).filter(text -> !text.isEmpty());
    }

    private static String words(JsonNode body) {
        JsonNode error = body.path("error");
        var words = new StringBuilder(StrictJson.text(body, "error", "message", "detail"));
        words.append(' ').append(StrictJson.text(error, "message"));
        for (JsonNode detail : error.path("details")) {
            for (JsonNode violation : detail.path("violations")) {
                words.append(' ').append(StrictJson.text(violation, "quotaId"));
            }
        }
        return words.toString();
    }
}
