package io.vimax.worker.render;

import io.vimax.worker.media.MediaProblem;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Why there is no film. The message is a sentence for the person who asked for it. */
public abstract sealed class RenderProblem extends RuntimeException {

    private RenderProblem(String message) {
        super(message);
    }

    private RenderProblem(String message, Throwable cause) {
        super(message, cause);
    }

    /** The plan contradicts itself; rendering it again will not help. */
    public static final class PlanRefused extends RenderProblem {
        PlanRefused(String reason) {
            super(reason);
        }
    }

    /** A file that the plan names does not exist. */
    public static final class InputMissing extends RenderProblem {
        InputMissing(String name) {
            super("The file of " + name + " is missing.");
        }
    }

    /** A file that the plan names cannot be read as what it should be. */
    public static final class InputBroken extends RenderProblem {
        InputBroken(String name, Throwable cause) {
            super("The file of " + name + " is broken or of an unknown kind.", cause);
        }
    }

    /** A clip ends before the plan does. */
    public static final class ClipTooShort extends RenderProblem {
        ClipTooShort(String name, long neededMs, long actualMs) {
            super(String.format(
                    Locale.ROOT,
                    "The clip of %s is too short: %.1f s are needed and it has %.1f s.",
                    name,
                    neededMs / 1000.0,
                    actualMs / 1000.0));
        }
    }

    public static final class DiskFull extends RenderProblem {
        DiskFull(Throwable cause) {
            super("The disk is full, so the film could not be written.", cause);
        }
    }

    /** Another render works in the same folder. */
    public static final class FolderBusy extends RenderProblem {
        FolderBusy() {
            super("Another render of this film is still running.");
        }
    }

    /** Something broke that no other kind describes; the cause has FFmpeg's words. */
    public static final class Failed extends RenderProblem {
        Failed(String what, Throwable cause) {
            super("The film could not be made: " + what, cause);
        }

        Failed(String what) {
            super("The film could not be made: " + what);
        }
    }

    static RenderProblem of(MediaProblem problem) {
        return switch (problem) {
            case MediaProblem.DiskFull full -> new DiskFull(full);
            case MediaProblem.NoFfmpeg none -> new Failed(none.getMessage(), none);
            case MediaProblem.Unreadable unreadable -> new Failed(unreadable.getMessage(), unreadable);
            case MediaProblem.ToolFailed failed -> new Failed(failed.getMessage(), failed);
        };
    }

    static RenderProblem of(IOException problem) {
        var words = problem instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(problem.getMessage());
        return words.contains("No space left on device")
                ? new DiskFull(problem)
                : new Failed("a file could not be read or written (" + words + ").", problem);
    }
}
