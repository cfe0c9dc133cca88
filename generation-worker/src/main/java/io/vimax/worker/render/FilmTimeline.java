package io.vimax.worker.render;

import io.vimax.worker.render.RenderPlan.Transition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The picture of a film, cut into pieces that are encoded one by one. Every border is rounded from its absolute time, so
 * rounding never adds up over many clips.
 */
record FilmTimeline(List<Piece> pieces, long frames, long durationMs) {

    /** Where pictures come from. */
    sealed interface Source {
        String name();

        Path file();

        record Clip(String name, Path file, long inFrame) implements Source {}

        /** A still of {@code frames} frames; the first card fades from black, the last to black. */
        record Still(String name, Path file, int frames, boolean fadeIn, boolean fadeOut) implements Source {}
    }

    /** Some consecutive frames of a source; {@code firstFrame} counts from the source's first used frame. */
    record Excerpt(Source source, int firstFrame, int frames) {}

    /** A stretch of the film. */
    sealed interface Piece {
        long startFrame();

        int frames();

        List<Excerpt> excerpts();

        record Body(long startFrame, Excerpt excerpt) implements Piece {
            @Override
            public int frames() {
                return excerpt.frames();
            }

            @Override
            public List<Excerpt> excerpts() {
                return List.of(excerpt);
            }
        }

        record Blend(long startFrame, Excerpt from, Excerpt to) implements Piece {
            @Override
            public int frames() {
                return from.frames();
            }

            @Override
            public List<Excerpt> excerpts() {
                return List.of(from, to);
            }
        }
    }

    private record Element(Source source, long start, long end, boolean dissolvesIn) {}

    FilmTimeline {
        pieces = List.copyOf(pieces);
    }

    /**
     * Cuts the plan into pieces.
     *
     * @throws RenderProblem.PlanRefused if the plan makes no film
     */
    static FilmTimeline of(RenderPlan plan) {
        var layout = new Layout(plan);
        var elements = layout.elements;
        var pieces = new ArrayList<Piece>();
        for (var i = 0; i < elements.size(); i++) {
            var here = elements.get(i);
            var before = i == 0 ? null : elements.get(i - 1);
            var after = i + 1 == elements.size() ? null : elements.get(i + 1);
            if (before != null && here.dissolvesIn()) {
                var frames = (int) (before.end() - here.start());
                pieces.add(new Piece.Blend(
                        here.start(),
                        new Excerpt(before.source(), (int) (here.start() - before.start()), frames),
                        new Excerpt(here.source(), 0, frames)));
            }
            var start = before == null ? here.start() : before.end();
            var end = after == null ? here.end() : after.start();
            if (end > start) {
                pieces.add(new Piece.Body(
                        start, new Excerpt(here.source(), (int) (start - here.start()), (int) (end - start))));
            }
        }
        return new FilmTimeline(pieces, elements.getLast().end(), layout.cursorMs);
    }

    /** Places the elements on the film's clock and refuses what cannot be shown. */
    private static final class Layout {
        private final int fps;
        private final List<Element> elements = new ArrayList<>();
        private long cursorMs;
        private int previousMs;
        private int previousOverlapMs;

        Layout(RenderPlan plan) {
            var frame = plan.frame();
            fps = frame.fps();
            refuseIf(frame.width() < 16 || frame.height() < 16, "The picture is too small.");
            refuseIf(frame.width() % 2 != 0 || frame.height() % 2 != 0, "Width and height must be even numbers.");
            refuseIf(fps < 1 || fps > 120, "The film needs between 1 and 120 frames per second.");
            var title = plan.picture().title();
            var end = plan.picture().end();
            if (title != null) {
                add(still("the title card", title, true, false), title.durationMs(), title.transitionIn());
            }
            for (var clip : plan.picture().clips()) {
                refuseIf(clip.inMs() < 0, "The clip of " + clip.name() + " starts before its file.");
                add(
                        new Source.Clip(clip.name(), clip.file(), toFrames(clip.inMs())),
                        clip.durationMs(),
                        clip.transitionIn());
            }
            if (end != null) {
                add(still("the end card", end, false, true), end.durationMs(), end.transitionIn());
            }
            refuseIf(elements.isEmpty(), "The film has no clips and no cards.");
        }

        private void add(Source source, int durationMs, Transition transition) {
            var overlapMs = elements.isEmpty() ? 0 : transition.overlapMs();
            refuseIf(toFrames(durationMs) < 1, "The part of " + source.name() + " is shorter than one picture.");
            refuseIf(overlapMs < 0, "A dissolve cannot last less than no time.");
            refuseIf(
                    overlapMs > durationMs || (!elements.isEmpty() && overlapMs + previousOverlapMs > previousMs),
                    "The dissolve before " + source.name() + " is longer than what it blends.");
            var startMs = cursorMs - overlapMs;
            cursorMs = startMs + durationMs;
            var start = toFrames(startMs);
            var previousEnd = elements.isEmpty() ? 0 : elements.getLast().end();
            elements.add(new Element(source, start, toFrames(cursorMs), start < previousEnd));
            previousMs = durationMs;
            previousOverlapMs = overlapMs;
        }

        private Source still(String name, RenderPlan.Card card, boolean fadeIn, boolean fadeOut) {
            return new Source.Still(name, card.picture(), (int) toFrames(card.durationMs()) + 1, fadeIn, fadeOut);
        }

        private long toFrames(long ms) {
            return Math.round(ms * fps / 1000.0);
        }

        private static void refuseIf(boolean wrong, String reason) {
            if (wrong) {
                throw new RenderProblem.PlanRefused(reason);
            }
        }
    }
}
