package io.vimax.editor.autopilot;

import io.vimax.editor.episode.CastMember;
import io.vimax.editor.episode.EpisodeFacts;
import io.vimax.editor.generation.Work;
import java.util.List;

/** What is asked for when a portrait is. */
final class Portraits {

    /** Width and height in pixels: enough for faces and clothes, and small beside what goes along with a request. */
    static final int SIDE = 768;

    private Portraits() {}

    static String prompt(EpisodeFacts episode, CastMember member) {
        String what = member.description().isBlank()
                ? ""
                : " (" + member.description().replaceFirst("[.。]+$", "") + ")";
        return ("Portrait of %s%s, alone, from the front, from the waist up, calm, in even light before a plain ground, without"
                        + " words in the picture, in the style of a %s. %s: %s.")
                .formatted(
                        member.name(),
                        what,
                        episode.brief().style(),
                        member.name(),
                        member.look().replaceFirst("[.。]+$", ""));
    }

    static Work.Picture picture(CastMember member) {
        return new Work.Picture(
                "Portrait of " + member.name(),
                "plain ground",
                "day",
                "clear",
                true,
                "calm",
                "medium",
                "static",
                List.of(member.name()));
    }
}
