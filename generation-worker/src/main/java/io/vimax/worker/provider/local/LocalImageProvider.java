package io.vimax.worker.provider.local;

import io.vimax.worker.provider.ImageProvider;
import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Product;
import io.vimax.worker.provider.ProgressListener;
import io.vimax.worker.provider.Shot;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.local.frame.FrameSpec;
import io.vimax.worker.provider.local.frame.Storyboard;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Keyframes by the storyboard. */
@Component
class LocalImageProvider extends LocalProvider<Work.Image> implements ImageProvider {

    private static final String FILE = "keyframe.png";

    LocalImageProvider(LocalJobs jobs) {
        super(jobs);
    }

    @Override
    Made make(Job<Work.Image> job, Path folder, ProgressListener progress) throws Exception {
        Work.Image image = job.work();
        var drawing = progress.stage("drawing", 1, 1);
        drawing.accept(0);
        Storyboard.write(
                frame(image.shot(), image.style(), image.seed(), image.lookSeed(), image.width(), image.height()),
                folder.resolve(FILE));
        drawing.accept(1);
        return Made.file(Product.Role.KEYFRAME, FILE);
    }

    static FrameSpec frame(Shot shot, String style, long seed, long lookSeed, int width, int height) {
        return new FrameSpec(
                shot.description(),
                shot.place(),
                shot.timeOfDay(),
                shot.weather(),
                shot.interior(),
                shot.mood(),
                shot.framing(),
                shot.cameraMove(),
                shot.people(),
                style,
                seed,
                lookSeed,
                width,
                height);
    }
}
