package io.vimax.worker.provider.yunwu;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.worker.provider.Shot;
import io.vimax.worker.provider.Work;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClipModelTest {

    @ParameterizedTest
    @CsvSource({
        "veo3.1-fast,true,1280,720,8000,16:9",
        "veo3.1-fast,true,720,1280,2500,9:16",
        "veo3-fast,false,1920,1080,8000,16:9",
        "veo3-pro-frames,true,1280,720,8000,16:9",
        "veo3.1-components,true,1280,720,8000,16:9",
        "veo2-fast,true,1280,720,8000,"
    })
    void takes(String model, boolean keyframe, int width, int height, long ms, String shape) {
        Work.Video clip = clip(keyframe, width, height, ms);

        assertThat(ClipModel.named(model).orElseThrow().objectionTo(clip)).isEmpty();
        assertThat(ClipModel.named(model).orElseThrow().shape(clip).orElse(null))
                .isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource({
        "veo3-fast,true,1280,720,8000,words alone",
        "veo3.1-fast,true,1280,720,12000,the shot lasts 12.0 s",
        "veo3.1-fast,true,1024,1024,5000,1024 x 1024",
        "veo2-fast,true,720,1280,5000,16:9"
    })
    void refusesInWords(String model, boolean keyframe, int width, int height, long ms, String words) {
        assertThat(ClipModel.named(model).orElseThrow().objectionTo(clip(keyframe, width, height, ms)))
                .hasValueSatisfying(objection -> assertThat(objection).contains(words));
    }

    @Test
    void sendsCharactersOnlyToModelsThatTakeThem() {
        Work.Video clip = with(2, clip(true, 1280, 720, 8_000));
        ClipModel components = ClipModel.named("veo3.1-components").orElseThrow();
        ClipModel frames = ClipModel.named("veo3.1-fast").orElseThrow();

        assertThat(components.objectionTo(clip)).isEmpty();
        assertThat(components.pictures(clip))
                .containsExactly(
                        clip.keyframeAssetId(),
                        clip.characters().get(0).assetId(),
                        clip.characters().get(1).assetId());
        assertThat(components.objectionTo(with(3, clip)))
                .hasValueSatisfying(words -> assertThat(words).contains("at most 3 pictures, and there are 4"));
        assertThat(frames.objectionTo(clip))
                .hasValueSatisfying(words -> assertThat(words).contains("no pictures of characters"));
    }

    private static Work.Video with(int characters, Work.Video clip) {
        return new Work.Video(
                clip.prompt(),
                clip.shot(),
                clip.keyframeAssetId(),
                clip.durationMs(),
                clip.width(),
                clip.height(),
                clip.frameRate(),
                clip.seed(),
                IntStream.range(0, characters)
                        .mapToObj(number -> new Work.Likeness("Character " + number, UUID.randomUUID()))
                        .toList());
    }

    private static Work.Video clip(boolean keyframe, int width, int height, long ms) {
        var shot = new Shot("d", "p", "day", "clear", false, "calm", "wide", "static", List.of());
        return new Work.Video("words", shot, keyframe ? UUID.randomUUID() : null, ms, width, height, 24, 7);
    }
}
