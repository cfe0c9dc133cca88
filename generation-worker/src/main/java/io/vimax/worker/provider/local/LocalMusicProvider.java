package io.vimax.worker.provider.local;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Product;
import io.vimax.worker.provider.ProgressListener;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.local.music.AmbientBed;
import io.vimax.worker.provider.local.music.MusicSpec;
import io.vimax.worker.provider.port.MusicProvider;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Music by the ambient bed. */
@Component
class LocalMusicProvider extends LocalProvider<Work.Music> implements MusicProvider {

    private static final String FILE = "bed.wav";

    private final AmbientBed bed = new AmbientBed();

    LocalMusicProvider(LocalJobs jobs) {
        super(jobs);
    }

    @Override
    Made make(Job<Work.Music> job, Path folder, ProgressListener progress) throws Exception {
        Work.Music music = job.work();
        bed.compose(
                new MusicSpec(music.mood(), music.weather(), Math.toIntExact(music.durationMs()), music.seed()),
                folder.resolve(FILE),
                progress.stage("composing", 1, 1));
        return Made.file(Product.Role.MUSIC, FILE);
    }
}
