package io.vimax.editor.timeline;

import io.vimax.editor.script.Line;
import io.vimax.editor.script.Shot;
import io.vimax.editor.take.Take;
import io.vimax.editor.timeline.Timeline.Clip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a cut must keep so that it can be rendered. */
public final class TimelineRules {

    private static final Map<String, Set<String>> KINDS = Map.of(
            Timeline.VIDEO, Set.of("title", "shot", "end"),
            Timeline.VOICE, Set.of("line"),
            Timeline.MUSIC, Set.of("music"),
            Timeline.CAPTION, Set.of("caption"));
    private static final long ROUNDING_MS = 84;

    private final List<String> faults = new ArrayList<>();
    private final Map<UUID, Shot> shots = new HashMap<>();
    private final Map<UUID, Line> lines = new HashMap<>();
    private final FilmMaterial material;

    private TimelineRules(FilmMaterial material) {
        this.material = material;
        material.script().shots().forEach(shot -> shots.put(shot.id(), shot));
        material.script().lines().forEach(line -> lines.put(line.id(), line));
    }

    /** Every broken rule in words for people; empty when it can be rendered. */
    public static List<String> faults(Timeline timeline, FilmMaterial material) {
        var rules = new TimelineRules(material);
        rules.check(timeline);
        return List.copyOf(rules.faults);
    }

    private void check(Timeline timeline) {
        Set<String> tracks = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (Timeline.Track track : timeline.tracks()) {
            if (!tracks.add(track.kind())) {
                faults.add("There are two " + track.kind() + " tracks.");
            }
            for (Clip clip : track.clips()) {
                if (!KINDS.getOrDefault(track.kind(), Set.of()).contains(clip.kind())) {
                    faults.add("A %s clip cannot lie on the %s track.".formatted(clip.kind(), track.kind()));
                }
                if (!ids.add(clip.id())) {
                    faults.add("Two clips have the id " + clip.id() + ".");
                }
            }
        }
        video(timeline.clips(Timeline.VIDEO));
        sound(timeline.clips(Timeline.VOICE), timeline.durationMs());
        if (timeline.clips(Timeline.MUSIC).size() > 1) {
            faults.add("There is more than one piece of music.");
        }
        for (Clip caption : timeline.clips(Timeline.CAPTION)) {
            if (caption.refId() == null || !lines.containsKey(caption.refId())) {
                faults.add("The caption " + caption.id() + " belongs to no line of the script.");
            }
            within(caption, timeline.durationMs());
        }
    }

    private void video(List<Clip> clips) {
        if (clips.stream().noneMatch(clip -> clip.kind().equals("shot"))) {
            faults.add("The video track shows no shot.");
        }
        for (int i = 0; i < clips.size(); i++) {
            Clip clip = clips.get(i);
            if (clip.kind().equals("title") && i > 0) {
                faults.add("The title card must stand first.");
            }
            if (clip.kind().equals("end") && i < clips.size() - 1) {
                faults.add("The end card must stand last.");
            }
            long expected = i == 0 ? 0 : clips.get(i - 1).endMs() - clip.overlapMs();
            if (clip.startMs() < expected) {
                faults.add("%s overlaps what stands before it by %d ms more than its dissolve."
                        .formatted(name(clip), expected - clip.startMs()));
            } else if (clip.startMs() > expected) {
                faults.add("There is a gap of %d ms before %s.".formatted(clip.startMs() - expected, name(clip)));
            }
            if (i == 0 && clip.overlapMs() > 0) {
                faults.add(name(clip) + " stands first and has nothing to dissolve from.");
            }
            if (clip.overlapMs() * 2 > clip.durationMs()
                    || (i > 0 && clip.overlapMs() * 2 > clips.get(i - 1).durationMs())) {
                faults.add("The dissolve into " + name(clip) + " is longer than half of a clip that it joins.");
            }
            if (clip.kind().equals("shot")) {
                picture(clip);
            }
        }
    }

    private void picture(Clip clip) {
        Shot shot = clip.refId() == null ? null : shots.get(clip.refId());
        if (shot == null) {
            faults.add(name(clip) + " refers to no shot of the script.");
            return;
        }
        Optional<Take> take = material.selectedTake(shot);
        if (take.isEmpty()) {
            faults.add(name(clip) + " has no take yet.");
        } else if (clip.inMs() + clip.durationMs() > take.get().durationMs() + ROUNDING_MS) {
            faults.add("%s uses %d ms, but its take lasts %d ms."
                    .formatted(
                            name(clip),
                            clip.inMs() + clip.durationMs(),
                            take.get().durationMs()));
        }
    }

    private void sound(List<Clip> clips, long filmEnd) {
        List<Clip> inOrder = clips.stream()
                .sorted(java.util.Comparator.comparingLong(Clip::startMs))
                .toList();
        for (int i = 0; i < inOrder.size(); i++) {
            Clip clip = inOrder.get(i);
            if (clip.refId() == null || !lines.containsKey(clip.refId())) {
                faults.add("The voice " + clip.id() + " refers to no line of the script.");
            }
            if (i > 0 && clip.startMs() < inOrder.get(i - 1).endMs()) {
                faults.add("The voice %s begins before %s has ended."
                        .formatted(clip.id(), inOrder.get(i - 1).id()));
            }
            within(clip, filmEnd);
        }
    }

    private void within(Clip clip, long filmEnd) {
        if (clip.startMs() >= filmEnd) {
            faults.add("The %s %s begins after the film has ended.".formatted(clip.kind(), clip.id()));
        }
    }

    private static String name(Clip clip) {
        return switch (clip.kind()) {
            case "title" -> "The title card";
            case "end" -> "The end card";
            default -> clip.label() == null ? "The clip " + clip.id() : clip.label();
        };
    }
}
