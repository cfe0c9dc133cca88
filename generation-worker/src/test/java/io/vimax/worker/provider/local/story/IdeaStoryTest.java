package io.vimax.worker.provider.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.worker.provider.local.story.text.ReadingTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdeaStoryTest {
    private final StoryWriter writer = new StoryWriter();

    @Test
    void tellsOfTheKeeperAndTheStormAtTheLighthouse() {
        var film = write("A lighthouse keeper befriends a storm", 30, 42);

        assertThat(film.title()).isEqualTo("The Lighthouse Keeper and the Storm");
        assertThat(film.scenes()).hasSize(4);
        assertThat(film.scenes().stream().mapToInt(it -> it.shots().size()).sum())
                .isBetween(6, 9);
        assertThat(words(film)).containsIgnoringCase("keeper").contains("storm").contains("lamp");
        assertThat(film.scenes())
                .extracting(Screenplay.Scene::act)
                .containsExactly("beginning", "rising", "turn", "end");
        assertThat(film.scenes())
                .extracting(Screenplay.Scene::weather)
                .contains("storm")
                .endsWith("clear");
        assertThat(film.scenes()).allMatch(it -> it.place().contains("lighthouse"));
    }

    @Test
    void tellsOfTheCatAndTheMoonInChinese() {
        var film = write("一只猫寻找丢失的月亮", 30, 7);

        assertThat(film.language()).isEqualTo("zh");
        assertThat(film.title()).isEqualTo("猫与月亮");
        assertThat(words(film)).contains("猫", "月亮");
        assertThat(words(film)).doesNotContainPattern("[a-zA-Z{]");
    }

    @Test
    void keepsTheTitleThatStandsInQuotes() {
        assertThat(write("\"The Last Lantern\": an old man carries a light through a dark city", 30, 1)
                        .title())
                .isEqualTo("The Last Lantern");
        assertThat(write("《雪夜》：一个邮递员在暴风雪里送最后一封信", 30, 1).title()).isEqualTo("雪夜");
    }

    @Test
    void readsAnIdeaInCapitalsLikeAnyOther() {
        var loud = write("A BOY BUILDS A FLYING MACHINE", 30, 3);

        assertThat(loud.title()).isEqualTo("The Boy and the Flying Machine");
    }

    @Test
    void keepsANameThatTheIdeaGives() {
        assertThat(words(write("Lucy finds a door at the bottom of the sea", 30, 3)))
                .contains("Lucy")
                .contains("door");
    }

    @Test
    void tellsTheSameStoryForTheSameSeedAndAnotherForAnother() {
        var idea = "A robot learns to cry";

        assertThat(write(idea, 60, 5).toJson()).isEqualTo(write(idea, 60, 5).toJson());
        assertThat(words(write(idea, 60, 5))).isNotEqualTo(words(write(idea, 60, 6)));
    }

    @Test
    void letsALongIdeaTellItself() {
        var idea =
                "Elena repairs clocks in a town of rain. A boy brings her a watch that runs backward. Inside she finds a"
                        + " garden. The boy says it was his mother's. Every hour it grows younger. Elena lets it run. ";
        var film = write(idea.repeat(21).substring(0, 4000), 30, 1);

        assertThat(words(film)).contains("Elena repairs clocks in a town of rain.");
        assertThat(totalMs(film)).isEqualTo(28_000);
    }

    @Test
    void writesTheNamesOfTheContract() {
        assertThat(write("A robot learns to cry", 30, 1).toJson())
                .startsWith("{\"format\":\"vimax-screenplay/1\"")
                .contains(
                        "\"time_of_day\":", "\"camera_move\":", "\"duration_ms\":", "\"characters\":", "\"interior\":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?",
                "😀",
                "the",
                "Tom",
                "在",
                "《》",
                "and of the",
                "\"\"",
                "12 34",
                "Ein Hund sucht seinen Schatten"
            })
    void makesAFilmOfAlmostNothing(String idea) {
        assertThat(totalMs(write(idea, 30, 1))).isEqualTo(28_000);
    }

    @ParameterizedTest
    @CsvSource({"5,1,1", "5,60,1", "30,4,4", "600,60,60", "600,1,1", "10,60,6"})
    void makesAsManyScenesAsAreWantedUnlessTheyWouldBeTooShort(int seconds, int wanted, int made) {
        var film = writer.write(brief("A fox waits for the last train", seconds, OptionalInt.of(wanted), 1));

        assertThat(film.scenes()).hasSize(made);
    }

    @Property(tries = 150)
    void addsUpToTheAskedLengthAndLeavesTimeToSpeak(
            @ForAll @From("ideas") String idea,
            @ForAll @IntRange(min = 5, max = 600) int seconds,
            @ForAll @IntRange(min = 0, max = 60) int scenes,
            @ForAll long seed) {
        var wanted = scenes == 0 ? OptionalInt.empty() : OptionalInt.of(scenes);
        var film = writer.write(brief(idea, seconds, wanted, seed));

        assertThat(totalMs(film))
                .isEqualTo(seconds * 1000 - 4500 + 500 * (film.scenes().size() + 1));
        for (var scene : film.scenes()) {
            for (var shot : scene.shots()) {
                assertThat(shot.durationMs()).isBetween(1, 8000);
                assertThat(shot.durationMs())
                        .isGreaterThanOrEqualTo(shot.lines().stream()
                                .mapToInt(it -> ReadingTime.ofLine(it.text()))
                                .sum());
                assertThat(shot.description()).isNotBlank().doesNotContain("{", "}");
            }
            if (totalMs(film) >= ShotPlan.SHORTEST_MS * film.scenes().size()) {
                assertThat(scene.shots()).allMatch(it -> it.durationMs() >= ShotPlan.SHORTEST_MS);
            }
        }
    }

    @Provide
    Arbitrary<String> ideas() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "A lighthouse keeper befriends a storm",
                        "Two rival chefs compete for the last truffle in Paris",
                        "In winter, a small fox rescues a drowning astronaut from a frozen lake.",
                        "The last tree says goodbye to the birds",
                        "一位老木匠为失明的孙女做了一只会唱歌的木鸟",
                        "孤独",
                        "Loneliness"),
                Arbitraries.strings().ofMinLength(1).ofMaxLength(80).filter(it -> !it.isBlank()));
    }

    private Screenplay write(String idea, int seconds, long seed) {
        return writer.write(brief(idea, seconds, OptionalInt.empty(), seed));
    }

    private static StoryBrief brief(String idea, int seconds, OptionalInt scenes, long seed) {
        return new StoryBrief(
                Optional.of(idea),
                Optional.empty(),
                "auto",
                OptionalInt.of(seconds),
                scenes,
                "auto",
                "storyboard",
                seed);
    }

    private static int totalMs(Screenplay film) {
        return film.scenes().stream()
                .flatMap(it -> it.shots().stream())
                .mapToInt(Screenplay.Shot::durationMs)
                .sum();
    }

    private static String words(Screenplay film) {
        return film.scenes().stream()
                .flatMap(it -> it.shots().stream())
                .flatMap(it -> it.lines().stream())
                .map(Screenplay.Line::text)
                .collect(Collectors.joining(" "));
    }
}
