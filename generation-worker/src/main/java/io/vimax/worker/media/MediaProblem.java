package io.vimax.worker.media;

import java.nio.file.Path;

/** Why a media tool did not do its work. The message is a sentence for people; {@link #detail()} is for the log. */
public abstract sealed class MediaProblem extends RuntimeException {

    private final String sentence;
    private final String detail;

    private MediaProblem(String sentence, String detail) {
        super(sentence);
        this.sentence = sentence;
        this.detail = detail;
    }

    @Override
    public String getMessage() {
        return sentence;
    }

    /** The last lines of the tool's own messages; may be empty. */
    public String detail() {
        return detail;
    }

    /** Neither the configuration, nor the PATH, nor the class path has an FFmpeg that runs here. */
    public static final class NoFfmpeg extends MediaProblem {
        NoFfmpeg(String reason) {
            super("FFmpeg was not found: " + reason, "");
        }
    }

    /** Nothing more can be written; waiting or trying elsewhere does not help until somebody makes room. */
    public static final class DiskFull extends MediaProblem {
        DiskFull(String detail) {
            super("The disk is full, so the file could not be written.", detail);
        }
    }

    /** A file is missing, damaged, or not of the kind that was expected. */
    public static final class Unreadable extends MediaProblem {
        private final Path file;

        Unreadable(Path file, String reason, String detail) {
            super("The file " + file.getFileName() + " cannot be read: " + reason + ".", detail);
            this.file = file;
        }

        public Path file() {
            return file;
        }
    }

    /** FFmpeg ended with an error that none of the other kinds describes. */
    public static final class ToolFailed extends MediaProblem {
        ToolFailed(String lastWords, String detail) {
            super("FFmpeg failed: " + lastWords, detail);
        }
    }
}
