package io.vimax.worker.provider.local.frame.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.worker.provider.local.frame.Specs;
import io.vimax.worker.provider.local.frame.Storyboard;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlacesTest {

    @ParameterizedTest
    @CsvSource({
        "lighthouse on a cliff,false,lighthouse",
        "悬崖上的灯塔,false,lighthouse",
        "the lamp room,true,lamp room",
        "harbour at low tide,false,harbour",
        "渔村码头,false,harbour",
        "open sea,false,sea",
        "大海,false,sea",
        "ship's deck,false,deck",
        "甲板,false,deck",
        "sandy beach,false,beach",
        "沙滩,false,beach",
        "pine forest,false,forest",
        "竹林,false,forest",
        "mountain pass,false,mountain",
        "雪山,false,snow",
        "高山,false,mountain",
        "mountain village,false,village",
        "小镇,false,village",
        "city street,false,street",
        "北京的胡同,false,street",
        "rooftop,false,rooftop",
        "天台,false,rooftop",
        "desert,false,desert",
        "沙漠,false,desert",
        "old stone bridge,false,river",
        "江南水乡的桥,false,river",
        "wheat field,false,field",
        "稻田,false,field",
        "country road,false,road",
        "公路,false,road",
        "railway tracks,false,railway",
        "train station,false,station",
        "火车站,false,station",
        "temple gate,false,temple",
        "寺庙,false,temple",
        "castle ruins,false,ruins",
        "古堡,false,ruins",
        "cave,false,cave",
        "山洞,false,cave",
        "snow plain,false,snow",
        "night market,false,market",
        "夜市,false,market",
        "garden,false,garden",
        "花园,false,garden",
        "moon surface,false,space",
        "火星,false,space",
        "space station,true,spaceship",
        "空间站,true,spaceship",
        "kitchen,true,kitchen",
        "厨房,true,kitchen",
        "bedroom,true,bedroom",
        "卧室,true,bedroom",
        "library,true,library",
        "书房,true,library",
        "office,true,office",
        "办公室,true,office",
        "laboratory,true,laboratory",
        "实验室,true,laboratory",
        "cafe,true,cafe",
        "茶馆,true,cafe",
        "theatre stage,true,stage",
        "舞台,true,stage",
        "school classroom,true,classroom",
        "教室,true,classroom",
        "hospital corridor,true,corridor",
        "走廊,true,corridor",
        "cellar,true,cellar",
        "地下室,true,cellar",
        "palace,true,hall",
        "宫殿,true,hall",
        "workshop,true,workshop",
        "作坊,true,workshop",
        "train compartment,true,carriage",
        "车厢,true,carriage",
        "living room,true,room",
        "客厅,true,room",
        "somewhere,true,room",
        "somewhere,false,mountain"
    })
    void findsThePlaceThatTheWordsName(String words, boolean interior, String place) {
        assertThat(Places.find(words, "", interior).name()).isEqualTo(place);
    }

    @Test
    void readsTheDescriptionWhenThePlaceSaysNothing() {
        assertThat(Places.find("", "A boat drifts on the sea", false).name()).isEqualTo("sea");
    }

    @Test
    void doesNotFindWordsInsideOtherWords() {
        assertThat(Places.find("a seaport", "", false).name()).isNotEqualTo("sea");
        assertThat(Places.find("marble barracks", "", true).name()).isNotEqualTo("cafe");
    }

    static Stream<Places.Place> everyPlace() {
        return Places.all().stream();
    }

    @ParameterizedTest
    @MethodSource("everyPlace")
    void everyPlaceIsAPictureInEveryFraming(Places.Place place) {
        Set<Integer> greys = new HashSet<>();
        for (String framing : new String[] {"wide", "medium", "close", "detail", "aerial"}) {
            BufferedImage image = Storyboard.draw(Specs.aShotOf(place.words().getFirst(), place.interior(), framing))
                    .flatten();
            greys.clear();
            for (int p : image.getRGB(0, 0, 320, 180, null, 0, 320)) {
                greys.add(p >> 10 & 63);
            }
            assertThat(greys).as("%s %s", place.name(), framing).hasSizeGreaterThan(10);
        }
    }
}
