package io.vimax.worker.provider.yunwu;

import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.remote.Shapes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a model of the unified form takes (the relay's table, docs read 2026-01-13). Clips of all of them last eight seconds.
 *
 * @param mostImages pictures that a request may carry
 * @param turnable whether it heeds the shape that is asked for; the others make wide clips
 */
record ClipModel(String name, int mostImages, boolean turnable) {

    private static final long LENGTH_MS = 8_000;
    private static final List<String> BOTH = List.of("16:9", "9:16");
    private static final List<String> WIDE = List.of("16:9");

    private static final List<ClipModel> KNOWN = List.of(
            new ClipModel("veo2", 1, false),
            new ClipModel("veo2-fast", 1, false),
            new ClipModel("veo2-pro", 1, false),
            new ClipModel("veo2-fast-frames", 2, false),
            new ClipModel("veo2-fast-components", 3, false),
            new ClipModel("veo2-pro-components", 3, false),
            // From words alone, by the documentation.
            new ClipModel("veo3", 0, true),
            new ClipModel("veo3-fast", 0, true),
            new ClipModel("veo3-pro", 1, true),
            new ClipModel("veo3-frames", 1, true),
            new ClipModel("veo3-fast-frames", 1, true),
            new ClipModel("veo3-pro-frames", 1, true),
            new ClipModel("veo3.1", 2, true),
            new ClipModel("veo3.1-fast", 2, true),
            new ClipModel("veo3.1-pro", 2, true),
            new ClipModel("veo3.1-components", 3, true));

    static Optional<ClipModel> named(String name) {
        return KNOWN.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /** Whether its pictures show what is in the clip, instead of being frames of it. */
    boolean takesComponents() {
        return name.endsWith("-components");
    }

    /** The pictures that go along: the keyframe first, and behind it the characters where the model takes such. */
    List<UUID> pictures(Work.Video video) {
        Stream<UUID> keyframe = Stream.ofNullable(video.keyframeAssetId());
        Stream<UUID> characters =
                takesComponents() ? video.characters().stream().map(Work.Likeness::assetId) : Stream.empty();
        return Stream.concat(keyframe, characters).toList();
    }

    /** The shape to ask for; empty where the model takes none. */
    Optional<String> shape(Work.Video video) {
        return turnable ? Shapes.of(video.width(), video.height(), BOTH) : Optional.empty();
    }

    Optional<String> objectionTo(Work.Video video) {
        List<String> shapes = turnable ? BOTH : WIDE;
        if (Shapes.of(video.width(), video.height(), shapes).isEmpty()) {
            return Optional.of(Shapes.objection(name, video.width(), video.height(), shapes));
        }
        if (video.keyframeAssetId() != null && mostImages == 0) {
            return Optional.of(name + " makes clips from words alone and cannot begin with the shot's keyframe. Choose"
                    + " a model that takes a first frame, such as veo3.1-fast.");
        }
        if (!video.characters().isEmpty() && !takesComponents()) {
            return Optional.of(name + " takes no pictures of characters beside the shot's keyframe. Choose a model that"
                    + " does, such as veo3.1-components.");
        }
        if (pictures(video).size() > mostImages) {
            return Optional.of("%s takes at most %d pictures, and there are %d."
                    .formatted(name, mostImages, pictures(video).size()));
        }
        return video.durationMs() > LENGTH_MS
                ? Optional.of(
                        "%s makes clips of %d s, and the shot lasts %.1f s. Split the shot or choose another model."
                                .formatted(name, LENGTH_MS / 1_000, video.durationMs() / 1_000.0))
                : Optional.empty();
    }
}
