package io.vimax.editor.situation;

import io.vimax.editor.episode.CastMember;
import io.vimax.editor.episode.EpisodeFacts;
import io.vimax.editor.generation.Work;
import io.vimax.editor.script.ContentHash;
import io.vimax.editor.script.Line;
import io.vimax.editor.script.Scene;
import io.vimax.editor.script.Shot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of what the person wrote and a result is made from. Seeds and models are not in them: rolling again, or another model,
 * makes another take of the same words and no older one stale.
 */
public final class ContentHashes {

    private ContentHashes() {}

    public static String script(EpisodeFacts episode) {
        var brief = episode.brief();
        return ContentHash.of(
                "script",
                brief.idea(),
                brief.script(),
                brief.scriptFormat(),
                brief.seconds(),
                brief.scenes(),
                brief.language(),
                brief.style());
    }

    /** What the picture shows; how long it is shown and how the camera moves do not matter. */
    public static String keyframe(EpisodeFacts episode, Scene scene, Shot shot) {
        return ContentHash.of(
                "keyframe",
                episode.brief().style(),
                episode.width(),
                episode.height(),
                scene.place(),
                scene.timeOfDay(),
                scene.weather(),
                scene.interior(),
                scene.mood(),
                shot.description(),
                shot.prompt(),
                shot.framing(),
                shot.people(),
                looks(episode, shot));
    }

    /** With pictures of those whom it shows; without any it is the hash that keyframes had before there were such. */
    public static String keyframe(EpisodeFacts episode, Scene scene, Shot shot, List<Work.Likeness> likenesses) {
        String words = keyframe(episode, scene, shot);
        return likenesses.isEmpty() ? words : ContentHash.of("keyframe of", words, likenesses);
    }

    /** Of a keyframe that is a frame of another clip. */
    public static String takenFrom(EpisodeFacts episode, Work.@Nullable ClipFrame frame) {
        return ContentHash.of("taken from", frame, episode.width(), episode.height());
    }

    /** @param keyframe hash of what the keyframe is made from */
    public static String clip(String keyframe, Shot shot) {
        return ContentHash.of("clip", keyframe, shot.cameraMove(), shot.durationMs());
    }

    /**
     * Of a clip that begins with a frame of another one.
     *
     * @param words hash of what the shot itself says
     */
    public static String continuedClip(String keyframe, String words, Shot shot) {
        return ContentHash.of("continued clip", keyframe, words, shot.cameraMove(), shot.durationMs());
    }

    public static String portrait(EpisodeFacts episode, CastMember member) {
        return ContentHash.of("portrait", episode.brief().style(), member);
    }

    private static List<CastMember> looks(EpisodeFacts episode, Shot shot) {
        return episode.cast().stream()
                .filter(member -> shot.people().contains(member.name()))
                .toList();
    }

    public static String voice(EpisodeFacts episode, Line line) {
        var voice = episode.audio().voice();
        return ContentHash.of("voice", line.text(), line.speaker(), episode.language(), voice.name(), voice.speed());
    }

    public static String music(String mood, String weather, long durationMs) {
        return ContentHash.of("music", mood, weather, durationMs);
    }

    public static String film(Work.Film film) {
        return ContentHash.of("film", film);
    }
}
