package io.vimax.worker.provider.local;

import io.vimax.worker.asset.Assets;
import io.vimax.worker.media.Ffmpeg;
import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Product;
import io.vimax.worker.provider.ProgressListener;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.local.clip.Animatic;
import io.vimax.worker.provider.local.clip.ClipSpec;
import io.vimax.worker.provider.local.frame.Storyboard;
import io.vimax.worker.provider.port.VideoProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Clips by the animatic camera: from a keyframe, or from the facts of the shot where there is none. */
@Component
class LocalVideoProvider extends LocalProvider<Work.Video> implements VideoProvider {

    private static final String FILE = "clip.mp4";

    private final Assets assets;
    private final Ffmpeg ffmpeg;

    LocalVideoProvider(LocalJobs jobs, Assets assets, Ffmpeg ffmpeg) {
        super(jobs);
        this.assets = assets;
        this.ffmpeg = ffmpeg;
    }

    @Override
    Made make(Job<Work.Video> job, Path folder, ProgressListener progress) throws Exception {
        Work.Video video = job.work();
        var clip = new ClipSpec(
                keyframe(job, folder),
                video.shot().cameraMove(),
                Math.toIntExact(video.durationMs()),
                video.frameRate(),
                video.width(),
                video.height(),
                video.seed());
        Animatic.film(clip, folder.resolve(FILE), ffmpeg.program(), progress.stage("filming", 1, 1));
        return Made.file(Product.Role.CLIP, FILE);
    }

    private Path keyframe(Job<Work.Video> job, Path folder) throws IOException {
        Work.Video video = job.work();
        UUID given = video.keyframeAssetId();
        if (given != null) {
            return assets.getPath(given, job.ownerId());
        }
        Path drawn = folder.resolve("keyframe.png");
        Storyboard.write(
                Sketches.frame(
                        video.shot(),
                        video.prompt(),
                        "storyboard",
                        video.seed(),
                        video.seed(),
                        video.width(),
                        video.height()),
                drawn);
        return drawn;
    }
}
