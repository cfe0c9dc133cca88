package io.vimax.worker.render;

import io.vimax.worker.render.FilmTimeline.Excerpt;
import io.vimax.worker.render.FilmTimeline.Piece;
import io.vimax.worker.render.FilmTimeline.Source;
import java.util.Locale;

/** FFmpeg's filters for one piece: they give exactly its frames, in the size and rate of the film. */
record PieceFilters(RenderPlan.Frame frame) {

    /** How far before its first frame a clip is opened, so that frame rate conversion is the same in all its pieces. */
    private static final int LEAD_FRAMES = 24;

    /** A clip may be this much shorter than planned: its last frame is held. Containers round, encoders drop a frame. */
    static final int HELD_FRAMES = 3;

    private static final double PUSH = 0.05;

    private static final int FADE_MS = 600;

    /** The frame of the film's rate at which the file of an excerpt is opened. */
    static long seekFrame(Excerpt excerpt) {
        return switch (excerpt.source()) {
            case Source.Clip clip -> Math.max(0, clip.inFrame() + excerpt.firstFrame() - LEAD_FRAMES);
            case Source.Still _ -> 0;
        };
    }

    /** The graph from the inputs to {@code [out]}; {@code burn} is the filter that comes last. */
    String graph(Piece piece, String burn) {
        return switch (piece) {
            case Piece.Body body -> "[0:v:0]" + pictures(body.excerpt()) + "," + burn + "[out]";
            case Piece.Blend blend ->
                "[0:v:0]" + pictures(blend.from()) + "[from];[1:v:0]" + pictures(blend.to()) + "[to];[from][to]"
                        + "xfade=transition=fade:offset=0:duration=" + decimal((double) blend.frames() / frame.fps())
                        + ","
                        + burn + "[out]";
        };
    }

    /** A chain that gives exactly the frames of the excerpt in the film's size and rate, starting at time zero. */
    private String pictures(Excerpt excerpt) {
        var size = frame.width() + ":" + frame.height();
        return switch (excerpt.source()) {
            case Source.Clip clip -> {
                var first = clip.inFrame() + excerpt.firstFrame() - seekFrame(excerpt);
                yield "fps=" + frame.fps() + ":start_time=0,tpad=stop_mode=clone:stop=" + HELD_FRAMES
                        + trim(first, excerpt)
                        + ",scale=" + size + ":force_original_aspect_ratio=decrease:force_divisible_by=2"
                        + ",pad=" + size + ":(ow-iw)/2:(oh-ih)/2,setsar=1,format=yuv420p";
            }
            case Source.Still still -> {
                var fade = FADE_MS * frame.fps() / 1000;
                yield "scale=" + size + ":force_original_aspect_ratio=increase:out_color_matrix=bt709:out_range=tv"
                        + ",crop=" + size + ",setsar=1,format=yuv420p"
                        + ",loop=loop=-1:size=1:start=0,setpts=N/(" + frame.fps() + "*TB),fps=" + frame.fps()
                        + "," + push(still.frames())
                        + (still.fadeIn() ? ",fade=t=in:s=0:n=" + fade : "")
                        + (still.fadeOut()
                                ? ",fade=t=out:s=" + Math.max(0, still.frames() - 2 - fade) + ":n=" + fade
                                : "")
                        + trim(excerpt.firstFrame(), excerpt);
            }
        };
    }

    private static String trim(long first, Excerpt excerpt) {
        return ",trim=start_frame=" + first + ":end_frame=" + (first + excerpt.frames()) + ",setpts=PTS-STARTPTS";
    }

    /** Moves towards the middle by fractions of a pixel; zoompan and crop step by whole ones and tremble. */
    private static String push(int frames) {
        var grown = String.format(Locale.ROOT, "%.6f*on", PUSH / frames);
        var x = "W*" + grown + "/(2+2*" + grown + ")";
        var y = "H*" + grown + "/(2+2*" + grown + ")";
        return "perspective=eval=frame:sense=source:interpolation=linear"
                + ":x0='" + x + "':y0='" + y + "':x1='W-" + x + "':y1='" + y + "'"
                + ":x2='" + x + "':y2='H-" + y + "':x3='W-" + x + "':y3='H-" + y + "'";
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
