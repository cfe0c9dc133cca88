package io.vimax.worker.provider.local.frame.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.worker.provider.local.frame.paint.Look;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mara: an old woman; plain coat | PERSON | FEMALE | OLD",
                "Wren: a man, a chef; plain coat | PERSON | MALE | GROWN",
                "Finn: a woman, the king's cook | PERSON | FEMALE | GROWN",
                "Iris: a teenage girl; two plaits | PERSON | FEMALE | TEENAGE",
                "Oskar: a boy; plain coat | PERSON | MALE | CHILD",
                "小满: 女孩；素净的外套 | PERSON | FEMALE | CHILD",
                "云生: 老爷爷；素净的外套 | PERSON | MALE | OLD",
                "林晓: 女人，女王；素净的外套 | PERSON | FEMALE | GROWN",
                "Unit 7: a robot; dented tin | ROBOT | UNSAID | GROWN",
                "Storm: a force of nature: a storm; a tall grey cloud | NO_FIGURE | UNSAID | GROWN",
                "Fox: an animal: a shy fox; rough coat | ANIMAL | UNSAID | GROWN",
                "狐狸 | ANIMAL | UNSAID | GROWN",
                "The Storm of 1900: tall, thin, in a red coat | PERSON | UNSAID | GROWN",
                "Moon | NO_FIGURE | UNSAID | GROWN",
                "Anna | PERSON | FEMALE | GROWN"
            })
    void isWhatIsToldOfTheLooksElseWhatTheNameSays(String person, Being.Nature nature, Being.Sex sex, Being.Age age) {
        var being = Being.of(person);

        assertThat(being.nature()).isEqualTo(nature);
        assertThat(being.sex()).isEqualTo(sex);
        assertThat(being.age()).isEqualTo(age);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Foxes: an animal: two foxes; rough coat | 2 | fox",
                "Whale: an animal: a whale; one kind eye | 1 | whale",
                "Camel: an animal: a tired camel; soft ears | 1 | horse",
                "Kite: an object: a runaway kite; canvas | 1 | kite",
                "Boat: an object: a boat; canvas | 1 | boat",
                "兔子: 动物：三个兔子；软耳朵 | 3 | rabbit"
            })
    void animalsAndThingsAreDrawnAsWhatTheyAreAndAsManyAsTheyAre(String person, int count, String drawn) {
        var being = Being.of(person);

        assertThat(being.count()).isEqualTo(count);
        assertThat(being.drawn()).isEqualTo(drawn);
    }

    @Test
    void womenAndTheYoungWearNoBeardInAnyLook() {
        assertThat(LongStream.range(0, 60).boxed()).allSatisfy(seed -> {
            assertThat(Costume.of("Mara: an old woman; plain coat", Look.of(seed))
                            .beard())
                    .isFalse();
            assertThat(Costume.of("Finn: a teenage boy; plain coat", Look.of(seed))
                            .beard())
                    .isFalse();
            assertThat(Costume.of("Bo: a girl; plain coat", Look.of(seed)).height())
                    .isLessThan(0.75);
        });
    }

    @Test
    void onlyWhoReignsWearsACrown() {
        assertThat(Costume.of("Mara: a woman, a queen; heavy coat", Look.of(3)).hat())
                .isEqualTo(Costume.Hat.CROWN);
        assertThat(LongStream.range(0, 60).boxed())
                .noneMatch(seed ->
                        Costume.of("Mara: a woman; plain coat", Look.of(seed)).hat() == Costume.Hat.CROWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Mara beside an old woman on a bench|old woman", "A small child beside Mara|small child"})
    void whoStandsBesideThePeopleIsSeenToo(String description, String who) {
        assertThat(Strangers.beside(description)).containsExactly(who);
    }

    @Test
    void aClockIsNoGrandfather() {
        assertThat(Strangers.in("the trunk and the grandfather clock")).isEmpty();
    }
}
