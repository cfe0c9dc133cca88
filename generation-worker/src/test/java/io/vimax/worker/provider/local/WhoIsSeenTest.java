package io.vimax.worker.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.worker.provider.Shot;
import io.vimax.worker.provider.local.frame.FrameSpec;
import io.vimax.worker.provider.local.frame.people.Being;
import io.vimax.worker.provider.local.story.Screenplay;
import io.vimax.worker.provider.local.story.StoryBrief;
import io.vimax.worker.provider.local.story.StoryWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the idea to the figures of the frames, the way that a film takes. */
class WhoIsSeenTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Two sisters chase a runaway kite across the harbour | female teenage, female teenage",
                "A grandmother searches for her lost glasses | female old",
                "An old man carries a lantern through a dark city | male old",
                "A little girl carries a lantern through a storm | female child",
                "Three boys build a raft | male child, male child, male child",
                "A queen loses her crown in a snowy forest | female grown",
                "A king and a queen trade places in the castle | male grown, female grown",
                "An old couple dances one last time in the city square | female old, male old",
                "A boy and his dog search for the lost moon | male child, dog",
                "A girl with her cat crosses the desert | female child, cat",
                "A girl, a boy and a dog search for a treasure | female child, male child, dog",
                "An old woman and her robot plant a garden on Mars | female old, robot",
                "A grandmother teaches her grandson to bake bread | female old, male child",
                "Twin girls discover a door under the library | female child, female child",
                "A pair of brothers repair a lighthouse | male teenage, male teenage",
                "Two foxes search for the moon | fox, fox",
                "A whale searches for its song | whale",
                "A robot waits for rain in the desert | robot",
                "Lucy finds a door at the bottom of the sea | female grown",
                "Anna and Ben search for a star | female grown, male grown",
                "A fisherman waits for the tide | male grown",
                "The princess explores a cave | female grown",
                "两姐妹在海边追风筝 | female teenage, female teenage",
                "老爷爷和小孙女修好了一台旧钟 | male old, female child",
                "三个男孩在屋顶造了一艘飞船 | male child, male child, male child",
                "一位女王在雪山寻找一把钥匙 | female grown",
                "一对老夫妻在火车站等待一封信 | male old, female old",
                "女孩和她的狗在森林里寻找一把钥匙 | female child, dog",
                "孤独的机器人在太空寻找一朵花 | robot",
                "一只猫寻找丢失的月亮 | cat"
            })
    void areThoseWhomTheIdeaNames(String idea, String seen) {
        for (var seed = 1; seed <= 5; seed++) {
            var film = tell(idea, seed);
            var first = film.characters().getFirst();
            var withTheHero = specs(film).stream()
                    .filter(it -> it.people().contains(first.name() + ": " + first.look()))
                    .toList();

            assertThat(withTheHero)
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(figures(it.people())).startsWith(seen));
            assertThat(withTheHero)
                    .anySatisfy(it -> assertThat(figures(it.people())).isEqualTo(seen));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Two sisters chase a runaway kite across the harbour | they | he, she",
                "A queen searches for her crown in a snowy forest | she | he",
                "An old man searches for his hat in the city | he | she",
                "Three boys search for a raft | they | he, she"
            })
    void areToldWithTheirPronouns(String idea, String said, String unsaid) {
        for (var seed = 1; seed <= 5; seed++) {
            var words = narration(tell(idea, seed));

            assertThat(words).containsPattern("\\b" + said + "\\b");
            for (var wrong : unsaid.split(", ")) {
                assertThat(words).doesNotContainPattern("\\b" + wrong + "\\b");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"两姐妹在海边寻找风筝 | 她们 | 他们", "三个男孩在海边寻找风筝 | 他们 | 她们", "一位女王在雪山寻找一把钥匙 | 她 | 他(?!们)"})
    void areToldWithTheirPronounsInChinese(String idea, String said, String unsaid) {
        for (var seed = 1; seed <= 5; seed++) {
            assertThat(narration(tell(idea, seed))).contains(said).doesNotContainPattern(unsaid);
        }
    }

    @Test
    void aNameWithinAnotherIsNotTakenForIt() {
        var shot = new Shot("", "city", "day", "clear", false, "calm", "wide", "static", List.of("Ann"));
        var prompt = "Two women. Marianne: an old woman; grey. Ann: a girl; a red coat. Joan: a nun.";

        assertThat(Sketches.frame(shot, prompt, "", 1, 1, 320, 180).people())
                .containsExactly("Ann: a girl; a red coat");
    }

    @Test
    void withoutAWordAboutTheLooksTheNameStandsAlone() {
        var shot = new Shot("", "city", "day", "clear", false, "calm", "wide", "static", List.of("Ann"));

        assertThat(Sketches.frame(shot, "my own words", "", 1, 1, 320, 180).people())
                .containsExactly("Ann");
    }

    private static Screenplay tell(String idea, long seed) {
        return new StoryWriter()
                .write(new StoryBrief(
                        Optional.of(idea),
                        Optional.empty(),
                        "auto",
                        OptionalInt.of(60),
                        OptionalInt.empty(),
                        "auto",
                        "storyboard",
                        seed));
    }

    /** As the editor orders them: names in the shot, looks in the prompt. */
    private static List<FrameSpec> specs(Screenplay film) {
        var looks = film.characters().stream()
                .map(it -> it.name() + ": " + it.look() + ".")
                .collect(Collectors.joining(" "));
        var specs = new ArrayList<FrameSpec>();
        for (var scene : film.scenes()) {
            for (var it : scene.shots()) {
                var shot = new Shot(
                        it.description(),
                        scene.place(),
                        scene.timeOfDay(),
                        scene.weather(),
                        scene.interior(),
                        scene.mood(),
                        it.framing(),
                        it.cameraMove(),
                        it.people());
                specs.add(Sketches.frame(shot, it.description() + " " + looks, "", 1, 1, 320, 180));
            }
        }
        return specs;
    }

    private static String figures(List<String> people) {
        var figures = new ArrayList<String>();
        for (var person : people) {
            var being = Being.of(person);
            for (var i = 0; i < being.count(); i++) {
                switch (being.nature()) {
                    case PERSON -> figures.add((being.sex() + " " + being.age()).toLowerCase(Locale.ROOT));
                    case ROBOT -> figures.add("robot");
                    case ANIMAL -> figures.add(String.valueOf(being.drawn()));
                    case NO_FIGURE -> {}
                }
            }
        }
        return String.join(", ", figures);
    }

    private static String narration(Screenplay film) {
        return film.scenes().stream()
                .flatMap(it -> it.shots().stream())
                .flatMap(it -> it.lines().stream())
                .filter(it -> it.kind().equals("narration"))
                .map(Screenplay.Line::text)
                .map(it -> it.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
