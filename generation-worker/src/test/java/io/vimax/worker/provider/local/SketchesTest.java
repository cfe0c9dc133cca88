package io.vimax.worker.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.worker.provider.Shot;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.local.frame.FrameSpec;
import io.vimax.worker.provider.local.frame.Portrait;
import io.vimax.worker.provider.local.frame.Storyboard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Portraits, and the frames that are drawn after them. */
class SketchesTest {

    private static final String LOOK = "a woman; a red coat";

    @TempDir
    Path folder;

    @Test
    void aFrameShowsWhatThePortraitShowsAlsoWhenThePromptSaysNothingOfTheLook() throws Exception {
        Path portrait = portrait(42);
        Map<String, String> looks = looks(portrait);

        FrameSpec frame = Sketches.keyframe(image("my own words", null, 7), looks);

        assertThat(frame.people()).containsExactly("Mara: " + LOOK, "Ben");
    }

    @Test
    void theFirstPortraitChangesNoFrame() throws Exception {
        var keyframe = image("At the sea. Mara: " + LOOK + ". Ben: a boy.", null, 7);

        FrameSpec after = Sketches.keyframe(keyframe, looks(portrait(42)));

        assertThat(after).isEqualTo(Sketches.keyframe(keyframe, Map.of()));
    }

    @Test
    void anotherPortraitDressesThePersonOtherwiseInThePortraitAndInFrames() throws Exception {
        Path first = portrait(42);
        Path second = portrait(43);
        assertThat(Files.readAllBytes(second)).isNotEqualTo(Files.readAllBytes(first));
        assertThat(Files.readAllBytes(portrait(43))).isEqualTo(Files.readAllBytes(second));

        var keyframe = image("Mara: " + LOOK + ". Ben: a boy.", null, 7);
        Path before = folder.resolve("before.png");
        Path after = folder.resolve("after.png");
        Storyboard.write(Sketches.keyframe(keyframe, looks(first)), before);
        Storyboard.write(Sketches.keyframe(keyframe, looks(second)), after);

        assertThat(Files.readAllBytes(after)).isNotEqualTo(Files.readAllBytes(before));
        assertThat(Storyboard.readSpec(after).orElseThrow().people().getFirst())
                .isEqualTo(Storyboard.readSpec(second).orElseThrow().people().getFirst());
    }

    @Test
    void aPictureFromElsewhereOrOfSomebodyElseSaysNothing() throws Exception {
        Path foreign = folder.resolve("foreign.png");
        ImageIO.write(
                new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB),
                "png",
                foreign.toFile());

        assertThat(Portrait.lookOf("Mara", foreign)).isEmpty();
        assertThat(Portrait.lookOf("Ben", portrait(42))).isEmpty();
    }

    private Path portrait(long seed) throws Exception {
        Path file = folder.resolve("portrait-" + UUID.randomUUID() + ".png");
        Portrait.write(
                Sketches.portrait(image("Portrait. Mara: " + LOOK + ". Plain ground.", "Mara", seed), "Mara"), file);
        return file;
    }

    private static Map<String, String> looks(Path portrait) throws Exception {
        var looks = new HashMap<String, String>();
        Portrait.lookOf("Mara", portrait).ifPresent(look -> looks.put("Mara", look));
        assertThat(looks).hasSize(1);
        return looks;
    }

    private static Work.Image image(String prompt, @Nullable String portraitOf, long seed) {
        var shot = new Shot(
                "Mara waits", "harbour", "day", "clear", false, "calm", "medium", "static", List.of("Mara", "Ben"));
        return new Work.Image(prompt, shot, "storyboard", 320, 320, seed, 42, List.of(), List.of(), portraitOf, null);
    }
}
