package io.vimax.worker.provider.local.frame;

import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Look;
import io.vimax.worker.provider.local.frame.paint.Picture;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Sheet;
import io.vimax.worker.provider.local.frame.paint.Stage;
import io.vimax.worker.provider.local.frame.paint.Tone;
import io.vimax.worker.provider.local.frame.people.Being;
import io.vimax.worker.provider.local.frame.people.Cast;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Draws one character alone, from the waist up, before a plain ground in the colours of the episode. Frames in which the character
 * appears take the look from the portrait's file, so that both show the same clothes.
 */
public final class Portrait {

    private Portrait() {}

    /** Draws the only one of the people into a PNG that carries the spec. What has no figure is drawn as the place that it is. */
    public static void write(FrameSpec spec, Path png) throws IOException {
        if (Cast.nothingNear("", spec.people())) {
            Storyboard.write(spec, png);
            return;
        }
        Storyboard.write(draw(spec), spec, png);
    }

    private static Picture draw(FrameSpec spec) {
        Look look = Look.of(spec.lookSeed(), spec.style());
        Tone tone = Tone.of(look, Tone.Hour.DAY, "clear", "calm").indoors();
        double width = spec.width();
        double height = spec.height();
        Stage stage = new Stage(
                spec.width(),
                spec.height(),
                tone,
                new Stage.View(1, width / 2, height / 2, false),
                false,
                spec.lookSeed(),
                spec.lookSeed());
        Brush ground = stage.frameLayer(0.02, new Sheet.Motion.Still());
        ground.fall(
                Shapes.box(-width * 0.2, -height * 0.2, width * 1.4, height * 1.4),
                Colour.mix(look.family().light(), look.family().middle(), 0.25),
                Colour.mix(look.family().middle(), look.family().shadow(), 0.3),
                0,
                height);
        Cast.Focus focus = new Cast(stage, "", spec.people(), true, -0.1).stage("medium");
        return new Picture(spec.width(), spec.height(), stage.seal(0), stage.living(), 0.22, focus.x(), focus.y());
    }

    /**
     * How somebody is dressed who was drawn before: the words under the name in the spec of a portrait of ours.
     *
     * @return empty for pictures from elsewhere, and for portraits of others
     */
    public static Optional<String> lookOf(String name, Path png) throws IOException {
        return Storyboard.readSpec(png)
                .map(FrameSpec::people)
                .filter(people -> people.size() == 1)
                .map(List::getFirst)
                .filter(person -> Being.nameIn(person).equals(name));
    }
}
