package io.vimax.worker.provider.local.frame.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.worker.provider.local.frame.paint.Look;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostumeTest {

    @Test
    void aNameAlwaysWearsTheSameInALook() {
        assertThat(Costume.of("Mara ", Look.of(4))).isEqualTo(Costume.of("mara", Look.of(4)));
    }

    @Test
    void namesAreToldApart() {
        List<String> names = List.of("Mara", "Tom", "Anna", "Li Wei", "小雨", "阿杰", "老陈", "Robot");

        assertThat(names.stream().map(n -> Costume.of(n, Look.of(4))).collect(Collectors.toSet()))
                .hasSameSizeAs(names);
    }

    @Test
    void aMarkIsAnotherCostumeOfTheSamePerson() {
        String anew = Being.dressedAnew("Mara: an old woman; grey", 255);

        assertThat(anew).isEqualTo("Mara~ff: an old woman; grey");
        assertThat(Being.dressedAnew(anew, 3)).isEqualTo("Mara~3: an old woman; grey");
        assertThat(Being.nameIn(anew)).isEqualTo("Mara");
        assertThat(Costume.of(anew, Look.of(4))).isNotEqualTo(Costume.of("Mara: an old woman; grey", Look.of(4)));
        assertThat(Costume.of(anew, Look.of(4)).kind()).isEqualTo(Costume.Kind.ELDER);
        assertThat(Being.of(Being.dressedAnew("June", 9)).sex())
                .isEqualTo(Being.of("June").sex());
    }

    @ParameterizedTest
    @CsvSource({
        "little girl,CHILD",
        "小男孩,CHILD",
        "Old Tom,ELDER",
        "爷爷,ELDER",
        "Robot K9,ROBOT",
        "机器人,ROBOT",
        "Mara,ADULT"
    })
    void agesAreReadFromTheName(String name, Costume.Kind kind) {
        assertThat(Costume.of(name, Look.of(1)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "an old key on the table,key",
        "一封信,letter",
        "the dog waits by the boat,dog",
        "灯笼在风中摇晃,lantern",
        "她打开日记,book",
        "a robot with an umbrella,umbrella"
    })
    void theThingMentionedFirstIsTheOneOfADetail(String description, String thing) {
        assertThat(Thing.mainIn(description)).map(Thing::name).contains(thing);
    }

    @Test
    void gesturesAreReadInBothLanguages() {
        assertThat(Pose.of("Mara runs down the stairs", true)).isEqualTo(Pose.RUN);
        assertThat(Pose.of("她坐在窗边", true)).isEqualTo(Pose.SIT);
        assertThat(Pose.of("他望着大海", true)).isEqualTo(Pose.WATCH);
        assertThat(Pose.of("nothing of note", true)).isEqualTo(Pose.STAND);
    }
}
