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
                frame(
                        image.shot(),
                        image.prompt(),
                        image.style(),
                        image.seed(),
                        image.lookSeed(),
                        image.width(),
                        image.height()),
                folder.resolve(FILE));
        drawing.accept(1);
        return Made.file(Product.Role.KEYFRAME, FILE);
    }

    /** @param prompt says after the names how the people of the shot look; the shot itself has only the names */
    static FrameSpec frame(Shot shot, String prompt, String style, long seed, long lookSeed, int width, int height) {
        return new FrameSpec(
                shot.description(),
                shot.place(),
                shot.timeOfDay(),
                shot.weather(),
                shot.interior(),
                shot.mood(),
                shot.framing(),
                shot.cameraMove(),
                shot.people().stream().map(name -> told(name, prompt)).toList(),
                style,
                seed,
                lookSeed,
                width,
                height);
    }

    /** "Lena" with "... Lena: a girl; plain coat. Odile: ..." is "Lena: a girl; plain coat". */
    private static String told(String name, String prompt) {
        int at = prompt.lastIndexOf(name + ": ");
        if (at < 0 || at > 0 && Character.isLetterOrDigit(prompt.codePointBefore(at))) {
            return name;
        }
        String rest = prompt.substring(at);
        int end = rest.indexOf(". ");
        return (end < 0 ? rest : rest.substring(0, end)).replaceFirst("\\.$", "");
    }
}
