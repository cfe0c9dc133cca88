package io.vimax.simulator.story;

import io.vimax.simulator.chat.ChatQuestion;
import io.vimax.simulator.chat.ChatQuestion.Message;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the question for a screenplay asks for.
 *
 * @param text the idea, or the text to be split
 * @param ownText whether the text is to be kept word by word
 * @param lengthMs of all shots together, milliseconds; 0 for as long as the text takes
 * @param scenes 0 for as many as suit
 */
record Wish(String text, boolean ownText, long lengthMs, int scenes, boolean chinese) {

    private static final String FORM = "vimax-screenplay/1";
    private static final Pattern LENGTH = Pattern.compile("duration_ms of all shots together are about (\\d{1,9})");
    private static final Pattern SCENES = Pattern.compile("exactly (\\d{1,3}) scene");
    private static final int SHARE_OF_CHINESE = 4;

    /** Empty if something else is asked. The first question counts: what follows it are complaints about an answer. */
    static Optional<Wish> of(ChatQuestion question) {
        boolean screenplay = question.messages().stream()
                .anyMatch(message ->
                        message.role().equals("system") && message.text().contains(FORM));
        Optional<String> said = question.messages().stream()
                .filter(message -> message.role().equals("user"))
                .map(Message::text)
                .findFirst();
        return screenplay ? said.map(Wish::read) : Optional.empty();
    }

    private static Wish read(String said) {
        int gap = said.indexOf("\n\n");
        String orders = gap < 0 ? "" : said.substring(0, gap);
        String text = (gap < 0 ? said : said.substring(gap)).strip();
        boolean chinese = orders.contains("in Chinese") || (!orders.contains("in English") && isChinese(text));
        return new Wish(
                text,
                orders.startsWith("Split this text"),
                number(LENGTH, orders),
                (int) number(SCENES, orders),
                chinese);
    }

    private static boolean isChinese(String text) {
        long han = text.codePoints()
                .filter(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN)
                .count();
        return han * SHARE_OF_CHINESE > text.length();
    }

    private static long number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Long.parseLong(String.valueOf(found.group(1))) : 0;
    }
}
