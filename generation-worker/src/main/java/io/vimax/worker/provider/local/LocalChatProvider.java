package io.vimax.worker.provider.local;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.ProgressListener;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.local.story.StoryBrief;
import io.vimax.worker.provider.local.story.StoryWriter;
import io.vimax.worker.provider.port.ChatProvider;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** Screenplays by the story writer. */
@Component
class LocalChatProvider extends LocalProvider<Work.Chat> implements ChatProvider {

    private final StoryWriter writer = new StoryWriter();

    LocalChatProvider(LocalJobs jobs) {
        super(jobs);
    }

    @Override
    Made make(Job<Work.Chat> job, Path folder, ProgressListener progress) {
        var writing = progress.stage("writing", 1, 1);
        writing.accept(0);
        String screenplay = writer.write(brief(job.work())).toJson();
        writing.accept(1);
        return Made.words(screenplay);
    }

    private static StoryBrief brief(Work.Chat chat) {
        Long filmMs = chat.filmDurationMs();
        Integer scenes = chat.sceneCount();
        return new StoryBrief(
                Optional.ofNullable(chat.idea()),
                Optional.ofNullable(chat.sourceText()),
                chat.sourceFormat(),
                filmMs == null ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(Math.round(filmMs / 1000.0))),
                scenes == null ? OptionalInt.empty() : OptionalInt.of(scenes),
                chat.language(),
                chat.style(),
                chat.seed());
    }
}
