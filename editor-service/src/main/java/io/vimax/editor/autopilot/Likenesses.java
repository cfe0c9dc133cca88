package io.vimax.editor.autopilot;

import io.vimax.editor.generation.Work.Likeness;
import io.vimax.editor.models.Model;
import io.vimax.editor.script.Shot;
import io.vimax.editor.situation.EpisodeSituation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of characters that go along with an order: as many as the model takes, of those who speak in the shot or are most in
 * the film.
 *
 * @param leftOut names of those whose pictures find no place
 */
record Likenesses(List<Likeness> sent, List<String> leftOut) {

    static Likenesses of(EpisodeSituation situation, Shot shot, Model model) {
        List<Likeness> all = situation.cast().likenesses(shot);
        int places = Math.min(all.size(), model.referencePlaces());
        return new Likenesses(
                List.copyOf(all.subList(0, places)),
                all.subList(places, all.size()).stream().map(Likeness::name).toList());
    }

    /** The prompt with a word on who is on which picture. */
    String behind(String prompt) {
        if (sent.isEmpty()) {
            return prompt;
        }
        var pictures = new ArrayList<String>();
        for (int i = 0; i < sent.size(); i++) {
            pictures.add(
                    "reference picture %d shows %s".formatted(i + 1, sent.get(i).name()));
        }
        String words = String.join(", ", pictures);
        return "%s%s %s; keep their faces, hair and clothes as they are there."
                .formatted(
                        prompt,
                        prompt.isEmpty() || prompt.matches("(?s).*[.!?。！？]$") ? "" : ".",
                        Character.toUpperCase(words.charAt(0)) + words.substring(1))
                .strip();
    }

    /** For people; null where nobody is left out. */
    @Nullable
    String note(Model model) {
        return leftOut.isEmpty()
                ? null
                : "%s takes %s along, so %s %s drawn from words alone."
                        .formatted(
                                model.name(),
                                sent.isEmpty()
                                        ? "no pictures of characters"
                                        : sent.size() == 1 ? "one picture" : sent.size() + " pictures",
                                String.join(", ", leftOut),
                                leftOut.size() == 1 ? "is" : "are");
    }
}
