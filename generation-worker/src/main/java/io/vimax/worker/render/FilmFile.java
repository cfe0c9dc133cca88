package io.vimax.worker.render;

import io.vimax.worker.media.Ffmpeg;
import io.vimax.worker.media.MediaProblem;
import io.vimax.worker.render.RenderPlan.Chapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts picture, sound, chapters and title into one MP4 whose index stands at the front, without encoding anything. */
final class FilmFile {

    private FilmFile() {}

    static void write(Ffmpeg ffmpeg, Path video, Path sound, RenderPlan.Metadata metadata, long durationMs, Path target)
            throws IOException, InterruptedException {
        var description = target.resolveSibling(target.getFileName() + ".ffmeta");
        try {
            Files.writeString(description, describe(metadata, durationMs));
            ffmpeg.run(List.of(
                    "-v",
                    "warning",
                    "-i",
                    video.toAbsolutePath().toString(),
                    "-i",
                    sound.toAbsolutePath().toString(),
                    "-f",
                    "ffmetadata",
                    "-i",
                    description.toAbsolutePath().toString(),
                    "-map",
                    "0:v:0",
                    "-map",
                    "1:a:0",
                    "-map_metadata",
                    "2",
                    "-map_chapters",
                    "2",
                    "-c",
                    "copy",
                    "-movflags",
                    "+faststart",
                    "-f",
                    "mp4",
                    target.toAbsolutePath().toString()));
        } catch (MediaProblem problem) {
            throw RenderProblem.of(problem);
        } finally {
            Files.deleteIfExists(description);
        }
    }

    /** FFmpeg's metadata file. Chapters out of the film are left out; each lasts until the next. */
    static String describe(RenderPlan.Metadata metadata, long durationMs) {
        var text = new StringBuilder(";FFMETADATA1\n");
        text.append("title=").append(escape(metadata.title())).append('\n');
        text.append("comment=").append(escape(metadata.comment())).append('\n');
        var chapters = new ArrayList<>(metadata.chapters().stream()
                .filter(chapter -> chapter.startMs() >= 0 && chapter.startMs() < durationMs)
                .sorted(Comparator.comparingLong(Chapter::startMs))
                .toList());
        for (var i = 0; i < chapters.size(); i++) {
            var end = i + 1 < chapters.size() ? chapters.get(i + 1).startMs() : durationMs;
            text.append("[CHAPTER]\nTIMEBASE=1/1000\nSTART=")
                    .append(chapters.get(i).startMs())
                    .append("\nEND=")
                    .append(end)
                    .append("\ntitle=")
                    .append(escape(chapters.get(i).title()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String escape(String text) {
        return text.replaceAll("([=;#\\\\])", "\\\\$1").replaceAll("\\R", " ");
    }
}
