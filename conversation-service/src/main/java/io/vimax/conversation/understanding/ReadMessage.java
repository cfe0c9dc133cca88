package io.vimax.conversation.understanding;

import static io.vimax.conversation.understanding.Remainder.pattern;

import io.vimax.conversation.brief.BriefChange;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a message in the light of what was asked before it. */
public final class ReadMessage {

    private static final Pattern ONLY_YES = pattern(
            "^\\s*(?:(?:yes|yeah|yep|ok|okay|sure|agreed|fine|go ahead|do it|sounds good|perfect|please)[\\s,.!]*){1,8}$"
                    + "|^\\s*(?:(?:好的?|可以|行|是的?|对|没问题|嗯|同意)[\\s，。！,.!吧啊]*){1,8}$");
    private static final Pattern INSTEAD =
            pattern("^\\s*(?:no\\b|instead\\b|actually\\b|rather\\b|forget (?:it|that)|换成|改成|换一?个|不[，,]|不要|重新|其实|还是)"
                    + "|\\binstead\\b|\\b(?:make|do) it about\\b");

    private ReadMessage() {}

    /**
     * What a message says.
     *
     * @param asked what the assistant asked last, if anything
     * @param hasIdea whether an idea is known already
     */
    public static Understood read(String text, @Nullable Question asked, boolean hasIdea) {
        Optional<Scripts.Found> script = Scripts.find(text);
        String words = script.map(Scripts.Found::before).orElse(text);
        var rest = new Remainder(words);
        Set<Understood.Refused> refused = EnumSet.noneOf(Understood.Refused.class);

        Optional<String> title = Titles.take(rest).or(() -> script.flatMap(Scripts.Found::title));
        Optional<Long> seed = Wishes.takeSeed(rest);
        Optional<String> ratio = Wishes.takeRatio(rest);
        OptionalInt seconds = Lengths.take(rest);
        OptionalInt scenes = Wishes.takeScenes(rest);
        Optional<String> language = Wishes.takeLanguage(rest);
        Optional<Boolean> autopilot = Wishes.takeAutopilot(rest);
        if (seconds.isEmpty() && asked == Question.LENGTH) {
            seconds = Lengths.takeAnswer(rest);
        }
        boolean vague = Lengths.takeVague(rest) && seconds.isEmpty();
        boolean story = asked == Question.STORY;
        Optional<String> idea = script.isPresent() ? Optional.empty() : Ideas.of(rest.text(), story ? 1 : 2);

        if (seconds.isPresent()
                && (seconds.getAsInt() < BriefChange.SHORTEST_FILM_SECONDS
                        || seconds.getAsInt() > BriefChange.LONGEST_FILM_SECONDS)) {
            refused.add(Understood.Refused.LENGTH);
            seconds = OptionalInt.empty();
        }
        if (scenes.isPresent() && (scenes.getAsInt() < 1 || scenes.getAsInt() > BriefChange.MOST_SCENES)) {
            refused.add(Understood.Refused.SCENES);
            scenes = OptionalInt.empty();
        }
        if (language.filter("other"::equals).isPresent()) {
            refused.add(Understood.Refused.LANGUAGE);
            language = Optional.empty();
        }
        var change = new BriefChange(
                title.orElse(null),
                idea.orElse(null),
                script.map(Scripts.Found::script).orElse(null),
                boxed(seconds),
                boxed(scenes),
                ratio.orElse(null),
                language.orElse(null),
                null,
                seed.orElse(null),
                autopilot.orElse(null));
        return new Understood(
                change,
                hasIdea && idea.isPresent() && !INSTEAD.matcher(words).find(),
                vague,
                script.isEmpty() && ONLY_YES.matcher(words).matches(),
                refused);
    }

    private static @Nullable Integer boxed(OptionalInt number) {
        return number.isPresent() ? Integer.valueOf(number.getAsInt()) : null;
    }
}
