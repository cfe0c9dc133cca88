package io.vimax.worker.provider.local;

import io.vimax.worker.asset.Assets;
import io.vimax.worker.media.Ffmpeg;
import io.vimax.worker.media.LastFrame;
import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Product;
import io.vimax.worker.provider.ProgressListener;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.local.frame.Portrait;
import io.vimax.worker.provider.local.frame.Storyboard;
import io.vimax.worker.provider.port.ImageProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keyframes and portraits by the storyboard; a keyframe that goes on from another shot is taken out of that shot's clip. */
@Component
class LocalImageProvider extends LocalProvider<Work.Image> implements ImageProvider {

    private static final String FILE = "keyframe.png";

    private final Assets assets;
    private final LastFrame lastFrame;

    LocalImageProvider(LocalJobs jobs, Assets assets, Ffmpeg ffmpeg) {
        super(jobs);
        this.assets = assets;
        this.lastFrame = new LastFrame(ffmpeg);
    }

    @Override
    Made make(Job<Work.Image> job, Path folder, ProgressListener progress) throws Exception {
        Work.Image image = job.work();
        Path file = folder.resolve(FILE);
        Work.ClipFrame frame = image.takenFrom();
        var drawing = progress.stage(frame == null ? "drawing" : "taking the last frame", 1, 1);
        drawing.accept(0);
        if (frame != null) {
            Path clip = assets.getPath(frame.assetId(), job.ownerId());
            lastFrame.write(clip, frame.beforeMs(), image.width(), image.height(), file);
        } else if (image.portraitOf() != null) {
            Portrait.write(Sketches.portrait(image, image.portraitOf()), file);
        } else {
            Storyboard.write(Sketches.keyframe(image, looks(job)), file);
        }
        drawing.accept(1);
        return Made.file(Product.Role.KEYFRAME, FILE);
    }

    /** What the portraits among the references say of whom they show; a picture from elsewhere says nothing that could be drawn. */
    private Map<String, String> looks(Job<Work.Image> job) throws IOException {
        Map<String, String> looks = new HashMap<>();
        for (Work.Likeness likeness : job.work().characters()) {
            Portrait.lookOf(likeness.name(), assets.getPath(likeness.assetId(), job.ownerId()))
                    .ifPresent(look -> looks.put(likeness.name(), look));
        }
        return looks;
    }
}
