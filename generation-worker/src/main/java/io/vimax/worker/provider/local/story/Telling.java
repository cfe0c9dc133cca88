package io.vimax.worker.provider.local.story;

import io.vimax.worker.provider.local.story.idea.Idea;
import io.vimax.worker.provider.local.story.idea.Lexicon;
import io.vimax.worker.provider.local.story.text.Sentences;
import io.vimax.worker.provider.local.story.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells an idea along its arc in the wanted number of beats. */
final class Telling {
    private static final Pattern CHOICE = Pattern.compile("\\[([^\\[\\]]+)]");
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    private final Idea idea;
    private final Lexicon lexicon;
    private final Arcs arcs;
    private final Random random;
    private final Map<String, String> weatherSteps;
    private final List<String> props;
    private final Set<String> told = new HashSet<>();
    private final String token;
    private final List<String> acts;
    private boolean introduced;

    Telling(Idea idea, Lexicon lexicon, Random random) {
        this.idea = idea;
        this.lexicon = lexicon;
        this.arcs = lexicon.chinese() ? Arcs.CHINESE : Arcs.ENGLISH;
        this.random = random;
        this.weatherSteps = weatherSteps();
        var tokens = lexicon.words("token");
        this.token = tokens.get(random.nextInt(tokens.size()));
        this.acts = rotated(idea.other().party().acts(), random.nextInt(3));
        this.props = rotated(idea.place().props(), random.nextInt(3));
    }

    private Map<String, String> weatherSteps() {
        var indoors = Set.of("space station", "reef", "cave", "太空", "海底", "洞")
                .contains(idea.place().words().getFirst());
        if (indoors) {
            return Map.of("calm", "clear", "rising", "clear", "worst", "clear", "after", "clear");
        }
        return switch (idea.weather().orElse("")) {
            case "storm" -> Map.of("calm", "cloudy", "rising", "wind", "worst", "storm", "after", "clear");
            case "snow" -> Map.of("calm", "clear", "rising", "snow", "worst", "snow", "after", "clear");
            case "rain" -> Map.of("calm", "cloudy", "rising", "rain", "worst", "rain", "after", "clear");
            case "fog" -> Map.of("calm", "cloudy", "rising", "fog", "worst", "fog", "after", "clear");
            case "wind" -> Map.of("calm", "clear", "rising", "wind", "worst", "wind", "after", "clear");
            default -> {
                var worst = List.of("rain", "wind", "fog", "storm").get(random.nextInt(4));
                yield Map.of("calm", "clear", "rising", "cloudy", "worst", worst, "after", "clear");
            }
        };
    }

    List<Beat> beats(int count) {
        var steps = steps(count);
        var beats = new ArrayList<Beat>();
        for (var i = 0; i < steps.size(); i++) {
            beats.add(beat(steps.get(i), i));
        }
        return beats;
    }

    /** Short films keep the beats of the lowest rank; long ones put quiet hours between those before the turn. */
    private List<Arcs.Step> steps(int count) {
        var all = arcs.arc(idea.arc());
        var chosen = all.stream()
                .sorted(Comparator.comparingInt(Arcs.Step::rank))
                .limit(count)
                .toList();
        var steps = new ArrayList<>(all.stream().filter(chosen::contains).toList());
        var between = arcs.arc("interlude");
        var extra = count - steps.size();
        var turn = steps.stream().map(Arcs.Step::act).toList().indexOf("turn");
        var slots = Math.max(1, turn - 1);
        for (var slot = slots; slot >= 1 && extra > 0; slot--) {
            var here = Math.ceilDiv(extra, slot);
            for (var n = 0; n < here; n++) {
                steps.add(slot, between.get((extra + 7 * slot) % between.size()));
                extra--;
            }
        }
        return steps;
    }

    private Beat beat(Arcs.Step step, int index) {
        var spots = idea.place().spots();
        var spot = spots.get((step.spot() - 1 + (step.rank() == 9 ? index : 0)) % spots.size());
        var interior = spot.interior();
        var time = idea.atNight() && step.act().equals("rising") && step.time().equals("day") ? "night" : step.time();
        var weather = weatherSteps.getOrDefault(step.weather(), "clear");
        var slots = slots(step, spot, time, weather, index);
        var setting = new Beat.Setting(placeName(spot), time, weather, interior, step.mood());
        var looks = step.shots().stream().map(it -> look(it, slots)).toList();
        var lines = new ArrayList<Beat.Spoken>();
        for (var line : step.lines()) {
            if (line.who() == 'O' && !idea.other().speaks()) {
                continue;
            }
            var text = fill(line.text(), slots);
            if (told.add(text)) {
                Sentences.breaths(text, ShotPlan.BREATH_MS).forEach(it -> lines.add(spoken(line, it)));
            }
        }
        // Summaries are in the present tense, which only fits one person.
        var summary = idea.hero().plural() && !lexicon.chinese() && !lines.isEmpty()
                ? lines.getFirst().text()
                : fill(step.summary().getFirst(), slots);
        return new Beat(setting, heading(spot, time), step.act(), summary, looks, lines);
    }

    private Beat.Spoken spoken(Arcs.Line line, String text) {
        return switch (line.who()) {
            case 'H' -> new Beat.Spoken(idea.hero().speaker(), true, text, line.priority());
            case 'O' -> new Beat.Spoken(idea.other().speaker(), true, text, line.priority());
            default -> new Beat.Spoken(lexicon.chinese() ? "旁白" : "Narrator", false, text, line.priority());
        };
    }

    private Beat.Look look(Arcs.Shot shot, Map<String, String> slots) {
        var people = new ArrayList<String>();
        if (shot.people().contains("h")) {
            idea.hero().members().forEach(it -> people.add(it.name()));
        }
        if (shot.people().contains("o")) {
            idea.other().members().forEach(it -> people.add(it.name()));
        }
        return new Beat.Look(shot.framing(), shot.cameraMove(), people, fill(shot.description(), slots));
    }

    private String placeName(Lexicon.Spot spot) {
        var place = idea.placeName().replaceFirst("^the ", "");
        if (spot.name().contains(place) || place.contains(spot.name())) {
            return spot.name();
        }
        return lexicon.chinese() ? place + spot.name() : spot.name() + ", " + place;
    }

    private String heading(Lexicon.Spot spot, String time) {
        var times = Map.of("dawn", "黎明", "morning", "清晨", "day", "白天", "dusk", "黄昏", "night", "夜");
        return lexicon.chinese()
                ? (spot.interior() ? "内景 " : "外景 ") + placeName(spot) + " - " + times.get(time)
                : (spot.interior() ? "INT. " : "EXT. ") + placeName(spot).toUpperCase(Locale.ROOT) + " - "
                        + time.toUpperCase(Locale.ROOT);
    }

    private Map<String, String> slots(Arcs.Step step, Lexicon.Spot spot, String time, String weather, int index) {
        var slots = new HashMap<String, String>();
        var hero = idea.hero();
        var other = idea.other();
        // Quiet hours look at other things each time.
        var turn = step.rank() == 9 ? index : 0;
        // By turns by name and by what he is: the nouns of the idea carry the story, not the name we gave.
        slots.put("hero", index % 2 == 0 ? hero.name() : hero.role());
        slots.put("intro", hero.intro());
        slots.put("other", other.name());
        slots.put("place", idea.placeName());
        slots.put("spot", lexicon.chinese() ? spot.name() : "the " + spot.name());
        slots.put("prop", props.get(turn % props.size()));
        slots.put("prop2", props.get((turn + 1) % props.size()));
        slots.put("prop3", props.get((turn + 2) % props.size()));
        slots.put("token", idea.treasure().orElse(token));
        slots.put("treasure", idea.treasure().orElse(props.getFirst()));
        slots.put("sound", idea.place().sound());
        slots.put("deed", idea.place().deed());
        slots.put("trace", other.party().trace());
        slots.put("gift", other.party().gift());
        slots.put("act", acts.get(0));
        slots.put("act2", acts.get(1 % acts.size()));
        slots.put("act3", acts.get(2 % acts.size()));
        slots.put("goal", idea.goal());
        slots.put("event", idea.event());
        slots.put("sky", Sky.of(lexicon.chinese(), weather, time));
        if (lexicon.chinese()) {
            slots.put("he", chinesePronoun(hero));
            var speaking = other.party().kind().equals("person")
                    || other.party().kind().equals("animal");
            slots.put(
                    "both", chinesePronoun(speaking ? Idea.Who.together(List.of(hero, other), "和") : severalOf(hero)));
            slots.put("ohe", chinesePronoun(other));
        } else {
            pronouns(slots, "", hero.gender());
            pronouns(slots, "o", other.gender());
        }
        return slots;
    }

    /** What one and a thing do together is said as if of that one's like. */
    private static Idea.Who severalOf(Idea.Who who) {
        return new Idea.Who(who.name(), who.role(), who.speaker(), who.intro(), 'p', who.party(), who.members());
    }

    private static String chinesePronoun(Idea.Who who) {
        return switch (who.gender()) {
            case 'f' -> "她";
            case 'm' -> "他";
            case 'p' ->
                !who.party().kind().equals("person")
                        ? "它们"
                        : who.members().stream().allMatch(it -> it.look().matches("[^；]*[女姐妹奶妇].*")) ? "她们" : "他们";
            default -> "它";
        };
    }

    private static void pronouns(Map<String, String> slots, String prefix, char gender) {
        var forms = switch (gender) {
            case 'f' -> List.of("she", "her", "her");
            case 'm' -> List.of("he", "him", "his");
            case 'p' -> List.of("they", "them", "their");
            default -> List.of("it", "it", "its");
        };
        var plural = gender == 'p';
        slots.put(prefix + "he", forms.get(0));
        slots.put(prefix + "him", forms.get(1));
        slots.put(prefix + "his", forms.get(2));
        slots.put(prefix + "was", plural ? "were" : "was");
        slots.put(prefix + "s", plural ? "" : "s");
        slots.put(prefix + "es", plural ? "" : "es");
        slots.put(prefix + "has", plural ? "have" : "has");
    }

    private String fill(String template, Map<String, String> slots) {
        var chosen = CHOICE.matcher(template).replaceAll(it -> {
            var options = it.group(1).split("\\|");
            return java.util.regex.Matcher.quoteReplacement(options[random.nextInt(options.length)]);
        });
        var filled = SLOT.matcher(chosen)
                .replaceAll(it -> java.util.regex.Matcher.quoteReplacement(slot(it.group(1), slots)));
        filled = filled.replace("themself", "themselves")
                .replaceAll("(?<=[a-z]s)'s\\b", "'")
                .replaceAll(",([,.;])", "$1")
                .replaceAll("\\s+", " ");
        return lexicon.chinese() ? filled : Words.capitalized(filled);
    }

    private String slot(String name, Map<String, String> slots) {
        if (name.equalsIgnoreCase("intro") && introduced) {
            return slot(name.startsWith("I") ? "Hero" : "hero", slots);
        }
        introduced |= name.equalsIgnoreCase("intro");
        var lower = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        var value = slots.getOrDefault(lower, "");
        return name.equals(lower) ? value : Words.capitalized(value);
    }

    private static List<String> rotated(List<String> list, int by) {
        var rotated = new ArrayList<>(list);
        java.util.Collections.rotate(rotated, by);
        return rotated;
    }
}
