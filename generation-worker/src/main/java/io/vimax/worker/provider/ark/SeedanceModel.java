package io.vimax.worker.provider.ark;

import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.remote.Shapes;
import java.util.List;
import java.util.Optional;

/**
 * What a generation of Seedance takes (volcengine.com/docs/82379/1520757; not tried against the live service).
 *
 * @param mark part of its models' names
 * @param pictures whether a clip may begin with a picture, must, or cannot
 * @param fewest seconds of the shortest clip
 * @param most seconds of the longest clip
 * @param lines of the finest picture
 * @param settingsInWords whether settings go behind the prompt instead of into fields
 */
record SeedanceModel(String mark, Pictures pictures, int fewest, int most, int lines, boolean settingsInWords) {

    static final List<String> SHAPES = List.of("16:9", "4:3", "1:1", "3:4", "9:16", "21:9");

    private static final double MS = 1_000;

    /** The first that fits a name counts. */
    private static final List<SeedanceModel> KNOWN = List.of(
            new SeedanceModel("seedance-1-0-lite-t2v", Pictures.NONE, 2, 12, 1080, true),
            new SeedanceModel("seedance-1-0-lite-i2v", Pictures.NEEDED, 2, 12, 720, true),
            new SeedanceModel("seedance-1-0-pro", Pictures.ALLOWED, 2, 12, 1080, true),
            new SeedanceModel("seedance-1-5-pro", Pictures.ALLOWED, 4, 12, 720, false),
            new SeedanceModel("seedance-2-0", Pictures.ALLOWED, 4, 15, 720, false));

    enum Pictures {
        NONE,
        ALLOWED,
        NEEDED
    }

    static Optional<SeedanceModel> named(String name) {
        return KNOWN.stream().filter(model -> name.contains(model.mark())).findFirst();
    }

    Optional<String> objectionTo(String model, Work.Video video) {
        if (!video.characters().isEmpty()) {
            return Optional.of(model + " takes no pictures of characters beside the shot's keyframe.");
        }
        if (Shapes.of(video.width(), video.height(), SHAPES).isEmpty()) {
            return Optional.of(Shapes.objection(model, video.width(), video.height(), SHAPES));
        }
        if (pictures == Pictures.NONE && video.keyframeAssetId() != null) {
            return Optional.of(model + " makes clips from words alone and cannot begin with the shot's keyframe.");
        }
        if (pictures == Pictures.NEEDED && video.keyframeAssetId() == null) {
            return Optional.of(model + " makes clips from a picture, and the shot has no keyframe.");
        }
        return video.durationMs() > most * MS
                ? Optional.of(
                        "%s makes clips of at most %d s, and the shot lasts %.1f s. Split the shot or choose another model."
                                .formatted(model, most, video.durationMs() / MS))
                : Optional.empty();
    }

    /** Whole seconds that cover the shot. */
    int seconds(Work.Video video) {
        return Math.clamp((long) Math.ceil(video.durationMs() / MS), fewest, most);
    }

    /** The nearest that is not coarser than the film, as far as the model goes. */
    String resolution(Work.Video video) {
        int side = Math.min(lines, Math.min(video.width(), video.height()));
        return side <= 480 ? "480p" : side <= 720 ? "720p" : "1080p";
    }
}
