package io.vimax.worker.provider.local;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Product;
import io.vimax.worker.provider.ProgressListener;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.local.voice.ScratchVoice;
import io.vimax.worker.provider.local.voice.VoiceSpec;
import io.vimax.worker.provider.port.SpeechProvider;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Lines by the scratch voice. */
@Component
class LocalSpeechProvider extends LocalProvider<Work.Speech> implements SpeechProvider {

    private static final String FILE = "line.wav";

    private final ScratchVoice voice = new ScratchVoice();

    LocalSpeechProvider(LocalJobs jobs) {
        super(jobs);
    }

    @Override
    Made make(Job<Work.Speech> job, Path folder, ProgressListener progress) throws Exception {
        Work.Speech line = job.work();
        voice.speak(
                new VoiceSpec(
                        line.text(),
                        line.language(),
                        line.speaker(),
                        line.voice(),
                        Math.clamp(line.speed(), 0.5, 2.0),
                        Math.toIntExact(line.maxDurationMs())),
                folder.resolve(FILE),
                progress.stage("speaking", 1, 1));
        return Made.file(Product.Role.VOICE, FILE);
    }
}
