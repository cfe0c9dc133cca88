package io.vimax.worker.provider.local.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardsTest {

    @TempDir
    Path folder;

    @Test
    void drawsTitlesInBothScriptsTheSameEveryTime() throws IOException {
        Path once = folder.resolve("1.png");
        Path again = folder.resolve("2.png");
        Path other = folder.resolve("3.png");

        Cards.title("最后的灯塔", "一位守塔人的故事", "zh", 7, 640, 360, once);
        Cards.title("最后的灯塔", "一位守塔人的故事", "zh", 7, 640, 360, again);
        Cards.title("The Last Light", "", "en", 7, 640, 360, other);

        assertThat(once).hasSameBinaryContentAs(again);
        assertThat(Files.mismatch(once, other)).isNotEqualTo(-1);
        assertThat(ImageIO.read(once.toFile()).getWidth()).isEqualTo(640);
    }

    @Test
    void endsInTheLanguageOfTheEpisode() throws IOException {
        Path en = folder.resolve("en.png");
        Path zh = folder.resolve("zh.png");

        Cards.end("", "en", 7, 360, 640, en);
        Cards.end("", "zh", 7, 360, 640, zh);

        assertThat(Files.mismatch(en, zh)).isNotEqualTo(-1);
    }

    @Test
    void survivesTitlesThatNeverEnd() throws IOException {
        Cards.title("word ".repeat(400), "无".repeat(900), "en", 7, 360, 640, folder.resolve("long.png"));

        assertThat(folder.resolve("long.png")).isNotEmptyFile();
    }

    @Test
    void fontsOnDiskHaveTheFamiliesThatTheConstantsSay() throws Exception {
        for (Path file : Fonts.extractTo(folder.resolve("fonts"))) {
            String family = Font.createFont(Font.TRUETYPE_FONT, file.toFile()).getFamily();
            assertThat(family)
                    .isIn(
                            Fonts.CAPTION_FAMILY,
                            Fonts.CHINESE_TITLE_FAMILY,
                            Fonts.LATIN_TITLE_FAMILY,
                            Fonts.LATIN_TEXT_FAMILY);
        }
        assertThat(Fonts.extractTo(folder.resolve("fonts"))).hasSize(4);
    }

    @Test
    void captionFontKnowsBothScripts() throws Exception {
        Font caption = Font.createFont(
                Font.TRUETYPE_FONT, Fonts.extractTo(folder).getFirst().toFile());

        assertThat(caption.canDisplayUpTo("She said: “Wait…” – 她说：「等一等」，灯塔亮了！")).isEqualTo(-1);
    }
}
