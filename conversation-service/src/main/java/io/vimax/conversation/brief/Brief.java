package io.vimax.conversation.brief;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person wants, as far as it is known. Length is in seconds. */
public record Brief(
        @Nullable Answer<String> title,
        @Nullable Answer<String> idea,
        @Nullable Answer<String> script,
        @Nullable Answer<Integer> seconds,
        @Nullable Answer<Integer> scenes,
        Answer<String> ratio,
        Answer<String> language,
        Answer<String> style,
        @Nullable Answer<Long> seed,
        Answer<Boolean> autopilot) {

    /** Length of a film of an idea whose length nobody named. */
    public static final int SECONDS_OF_AN_IDEA = 30;

    private static final Answer<String> WIDE = Answer.assumed("16:9");
    private static final Answer<String> AS_THE_TEXT = Answer.assumed("auto");
    private static final Answer<String> STORYBOARD = Answer.assumed("storyboard");
    private static final Answer<Boolean> WITHOUT_STOPS = Answer.assumed(true);

    public static final Brief EMPTY =
            new Brief(null, null, null, null, null, WIDE, AS_THE_TEXT, STORYBOARD, null, WITHOUT_STOPS);

    /**
     * The brief after a person said something.
     *
     * @param cleared names in snake_case of fields that go back to what is assumed
     */
    public Brief with(BriefChange change, Set<String> cleared) {
        Answer<String> newIdea = pick(change.idea(), cleared.contains("idea"), idea, null);
        Answer<String> newScript = pick(change.script(), cleared.contains("script"), script, null);
        if (change.idea() != null) {
            newScript = null;
        } else if (change.script() != null) {
            newIdea = null;
        }
        return new Brief(
                        pick(change.title(), cleared.contains("title"), title, null),
                        newIdea,
                        newScript,
                        pick(change.seconds(), cleared.contains("seconds"), seconds, null),
                        pick(change.scenes(), cleared.contains("scenes"), scenes, null),
                        orElse(pick(change.ratio(), cleared.contains("ratio"), ratio, WIDE), WIDE),
                        orElse(
                                pick(change.language(), cleared.contains("language"), language, AS_THE_TEXT),
                                AS_THE_TEXT),
                        orElse(pick(change.style(), cleared.contains("style"), style, STORYBOARD), STORYBOARD),
                        pick(change.seed(), cleared.contains("seed"), seed, null),
                        orElse(
                                pick(change.autopilot(), cleared.contains("autopilot"), autopilot, WITHOUT_STOPS),
                                WITHOUT_STOPS))
                .withAssumedLength();
    }

    /** An idea without a length gets one; a script's length comes from its words. */
    private Brief withAssumedLength() {
        if (seconds != null && seconds.source() == Source.YOU) {
            return this;
        }
        Answer<Integer> length = idea == null ? null : Answer.assumed(SECONDS_OF_AN_IDEA);
        return new Brief(title, idea, script, length, scenes, ratio, language, style, seed, autopilot);
    }

    public boolean hasStory() {
        return idea != null || script != null;
    }

    /** How long reading the script aloud takes when that is more than the film shall last, else 0. */
    public int secondsNeeded() {
        if (script == null) {
            return 0;
        }
        int needed = SpokenLength.seconds(script.value());
        int asked = seconds == null ? BriefChange.LONGEST_FILM_SECONDS : seconds.value();
        return needed > asked ? needed : 0;
    }

    private static <T> @Nullable Answer<T> pick(
            @Nullable T said, boolean cleared, @Nullable Answer<T> before, @Nullable Answer<T> assumed) {
        if (said != null) {
            return Answer.you(said);
        }
        return cleared ? assumed : before;
    }

    private static <T> Answer<T> orElse(@Nullable Answer<T> answer, Answer<T> assumed) {
        return answer == null ? assumed : answer;
    }
}
