package io.vimax.worker.provider.local;

import io.vimax.worker.provider.Shot;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.local.frame.FrameSpec;
import io.vimax.worker.provider.local.frame.people.Being;
import java.util.List;
import java.util.Map;

/** What is drawn, from what is asked for. */
final class Sketches {

    private Sketches() {}

    /** @param looks how somebody was drawn before, by name; who is not in it looks as the prompt says */
    static FrameSpec keyframe(Work.Image image, Map<String, String> looks) {
        FrameSpec plain = frame(
                image.shot(),
                image.prompt(),
                image.style(),
                image.seed(),
                image.lookSeed(),
                image.width(),
                image.height());
        return plain.with(plain.people().stream()
                .map(person -> looks.getOrDefault(Being.nameIn(person), person))
                .toList());
    }

    /**
     * A portrait with the seed of the look shows the costume that the name has in every frame; any other seed is a wish for
     * another one.
     */
    static FrameSpec portrait(Work.Image image, String name) {
        String person = told(name, image.prompt());
        FrameSpec plain = keyframe(image, Map.of());
        return plain.with(List.of(image.seed() == image.lookSeed() ? person : Being.dressedAnew(person, image.seed())));
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
