package io.vimax.simulator.story;

import io.vimax.simulator.story.Draft.Line;
import java.util.ArrayList;
import java.util.List;

/** Tells an idea: what happens in it in its order, with a beginning before, a turn and an end after it. */
final class Plot {

    private static final long USUAL_LENGTH_MS = 25_500;
    private static final long USUAL_SHOT_MS = 5_200;
    private static final int USUAL_SCENE_SHOTS = 2;
    private static final int MOST_SCENES = 60;
    private static final int MOST_SCENE_SHOTS = 40;
    private static final int MOST_LINE_WORDS = 16;
    private static final int LONGEST_TITLE = 80;

    private static final List<String> TIMES = List.of("morning", "day", "dusk", "night");
    private static final List<String> FRAMINGS = List.of("wide", "medium", "close", "detail", "medium");
    private static final List<String> MOVES =
            List.of("push_in", "pan_right", "pull_out", "tilt_up", "pan_left", "push_in", "tilt_down");

    private final Wish wish;
    private final Idea idea;
    private final Phrases phrases;
    private int shotCount;

    private Plot(Wish wish) {
        this.wish = wish;
        this.idea = Idea.of(wish);
        this.phrases = Phrases.of(wish.chinese());
    }

    static Draft of(Wish wish) {
        return new Plot(wish).draft();
    }

    private Draft draft() {
        long total = wish.lengthMs() > 0 ? wish.lengthMs() : USUAL_LENGTH_MS;
        int shots = (int) Math.max(1, Math.ceilDiv(total, USUAL_SHOT_MS));
        int scenes = wish.scenes() > 0
                ? Math.min(wish.scenes(), MOST_SCENES)
                : Math.clamp(shots / USUAL_SCENE_SHOTS, 1, MOST_SCENES / 5);
        shots = Math.clamp(shots, scenes, scenes * MOST_SCENE_SHOTS);
        var plots = new ArrayList<Draft.Scene>();
        List<String> events = events();
        int told = 0;
        for (int number = 0; number < scenes; number++) {
            int size = shots / scenes + (number < shots % scenes ? 1 : 0);
            // All of them before the last scene, evenly.
            int last = Math.max(1, scenes - 1);
            int until = number >= last - 1 ? events.size() : Math.ceilDiv(events.size() * (number + 1), last);
            plots.add(scene(number, scenes, size, events.subList(told, Math.max(told, until))));
            told = Math.max(told, until);
        }
        return new Draft(title(), phrases.logline().formatted(Idea.capital(idea.subject())), cast(), plots);
    }

    private String title() {
        String title = phrases.title().formatted(Idea.capital(idea.subject()));
        return title.substring(0, Math.min(title.length(), LONGEST_TITLE));
    }

    private List<Draft.Character> cast() {
        String look = phrases.looks()
                .get(Math.floorMod(idea.hero().hashCode(), phrases.looks().size()));
        return List.of(new Draft.Character(idea.name(), wish.chinese() ? "主角" : "the hero", look));
    }

    /** Those that are too long to be said in one shot are said in several. */
    private List<String> events() {
        return idea.events().stream()
                .flatMap(event -> Speakable.pieces(event, MOST_LINE_WORDS).stream())
                .toList();
    }

    private Draft.Scene scene(int number, int all, int size, List<String> events) {
        String act = act(number, all);
        String place = idea.setting().place(number, wish.chinese());
        List<String> own = phrases.of(act);
        var lines = new ArrayList<String>();
        if (number == 0 && size > events.size()) {
            lines.add(own.getFirst());
        }
        lines.addAll(events);
        for (int more = number == 0 ? 1 : 0; lines.size() < size && more < own.size(); more++) {
            lines.add(own.get((more + (number > 1 && number < all - 2 ? number : 0)) % own.size()));
        }
        var shots = new ArrayList<Draft.Shot>();
        for (int shot = 0; shot < size; shot++) {
            shots.add(shot(shot, shot < lines.size() ? lines.get(shot) : "", events));
        }
        String mood = switch (act) {
            case "beginning" -> "calm";
            case "rising" -> number % 2 == 0 ? "mysterious" : "tense";
            case "turn" -> "tense";
            default -> "hopeful";
        };
        boolean edge = act.equals("end");
        return new Draft.Scene(
                Idea.capital(place),
                place,
                edge ? (all > TIMES.size() ? "dawn" : "dusk") : TIMES.get(number % TIMES.size()),
                edge ? "clear" : idea.weather(),
                false,
                mood,
                act,
                events.isEmpty() ? filled(own.getFirst().replaceFirst("^- ", "")) : String.join(" ", events),
                shots);
    }

    private static String act(int number, int all) {
        if (number == 0) {
            return "beginning";
        }
        if (number == all - 1) {
            return "end";
        }
        return number == all - 2 ? "turn" : "rising";
    }

    private Draft.Shot shot(int place, String text, List<String> events) {
        int count = shotCount++;
        boolean event = events.contains(text);
        String sight = event
                ? text.replaceFirst("[.。]$", "")
                : filled(phrases.sights()
                        .get((count * 2 + place) % phrases.sights().size()));
        String words = filled(text.replaceFirst("^- ", ""));
        Line line = text.isEmpty()
                ? null
                : text.startsWith("- ") ? Line.said(idea.name(), words) : Line.told(words, wish.chinese());
        return new Draft.Shot(
                sight,
                place == 0 ? "wide" : FRAMINGS.get(count % FRAMINGS.size()),
                MOVES.get(count % MOVES.size()),
                List.of(idea.name()),
                Math.max(USUAL_SHOT_MS, Lengths.bounded(Lengths.ofSpeech(words))),
                line);
    }

    private String filled(String template) {
        return template.formatted(idea.subject(), Idea.capital(idea.subject()));
    }
}
