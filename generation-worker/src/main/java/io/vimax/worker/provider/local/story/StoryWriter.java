package io.vimax.worker.provider.local.story;

import io.vimax.worker.provider.local.story.idea.ChineseIdea;
import io.vimax.worker.provider.local.story.idea.EnglishIdea;
import io.vimax.worker.provider.local.story.idea.Idea;
import io.vimax.worker.provider.local.story.idea.Lexicon;
import io.vimax.worker.provider.local.story.script.Script;
import io.vimax.worker.provider.local.story.text.ReadingTime;
import io.vimax.worker.provider.local.story.text.Sentences;
import io.vimax.worker.provider.local.story.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;

/** Writes screenplays. Keeps no state: safe for threads, and the same brief gives the same screenplay. */
public final class StoryWriter {
    private static final int USUAL_SECONDS = 30;
    private static final int MOST_SCENES = 60;

    /** A beat of an idea's story lasts about this long, milliseconds. */
    private static final int BEAT_MS = 9_000;

    /** From this many sentences on an idea is a synopsis and tells itself. */
    private static final int SYNOPSIS_SENTENCES = 5;

    public Screenplay write(StoryBrief brief) {
        return brief.script().isPresent()
                ? film(brief, brief.script().get(), false)
                : tell(brief, brief.idea().orElseThrow());
    }

    private static Screenplay tell(StoryBrief brief, String idea) {
        if (Sentences.split(idea).size() >= SYNOPSIS_SENTENCES) {
            return film(brief, idea, true);
        }
        var chinese = chinese(brief.language(), idea);
        var random = new Random(brief.seed() * 0x9E3779B97F4A7C15L + 1);
        random.nextInt();
        var read = chinese ? ChineseIdea.read(idea, random) : EnglishIdea.read(idea, random);
        var seconds = brief.seconds().orElse(USUAL_SECONDS);
        var scenes = scenes(seconds, brief.scenes());
        var totalMs = ShotPlan.shotsTotalMs(seconds, scenes);
        var count = Math.max(scenes, Math.min(MOST_SCENES, Math.round(totalMs / (float) BEAT_MS)));
        var beats = new Telling(read, chinese ? Lexicon.CHINESE : Lexicon.ENGLISH, random).beats(count);
        var people = new ArrayList<Screenplay.Character>();
        people.addAll(characters(read.hero(), chinese));
        if (beats.stream()
                .anyMatch(it -> it.looks().stream()
                        .anyMatch(look -> look.people().contains(read.other().speaker())))) {
            people.addAll(characters(read.other(), chinese));
        }
        return new Screenplay(
                Screenplay.FORMAT,
                Titles.of(read, chinese),
                read.logline(),
                chinese ? "zh" : "en",
                read.weather().orElseGet(() -> read.place().words().getFirst()),
                List.copyOf(people),
                Scenes.timed(beats, scenes, totalMs, brief.style()));
    }

    private static List<Screenplay.Character> characters(Idea.Who who, boolean chinese) {
        var description = chinese ? who.intro() : Words.capitalized(who.intro().replaceAll(",$", ""));
        return who.members().stream()
                .map(it -> new Screenplay.Character(it.name(), description, it.look()))
                .toList();
    }

    private static Screenplay film(StoryBrief brief, String text, boolean synopsis) {
        var chinese = chinese(brief.language(), text);
        var script = Script.read(text, synopsis ? "plain" : brief.scriptFormat());
        var wanted = brief.seconds().isPresent() || !synopsis ? brief.seconds() : OptionalInt.of(USUAL_SECONDS);
        var most = wanted.isPresent() ? scenes(wanted.getAsInt(), OptionalInt.of(MOST_SCENES)) : MOST_SCENES;
        var count = brief.scenes().isPresent()
                ? OptionalInt.of(Math.min(most, brief.scenes().getAsInt()))
                : OptionalInt.empty();
        var beats = new ScriptBeats(script, chinese, synopsis).beats(count, wanted, most);
        var seconds = wanted.orElseGet(() -> seconds(beats));
        var totalMs = ShotPlan.shotsTotalMs(seconds, beats.size());
        var people = new LinkedHashMap<String, Screenplay.Character>();
        for (var beat : beats) {
            beat.lines().stream()
                    .filter(Beat.Spoken::dialogue)
                    .map(Beat.Spoken::speaker)
                    .forEach(it -> people.putIfAbsent(it, new Screenplay.Character(it, mention(beats, it), it)));
        }
        var first = beats.getFirst().setting();
        return new Screenplay(
                Screenplay.FORMAT,
                script.title().orElseGet(() -> Titles.ofText(script.text(), chinese)),
                Sentences.logline(script.text()),
                chinese ? "zh" : "en",
                first.weather().equals("clear") ? first.place() : first.weather(),
                List.copyOf(people.values()),
                Scenes.timed(beats, beats.size(), totalMs, brief.style()));
    }

    /** The first thing that the script tells about somebody. */
    private static String mention(List<Beat> beats, String name) {
        return beats.stream()
                .flatMap(it -> it.lines().stream())
                .filter(it ->
                        !it.dialogue() && it.text().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)))
                .map(Beat.Spoken::text)
                .findFirst()
                .orElse(name);
    }

    /** A script without a wish takes the time it needs, in whole seconds. */
    private static int seconds(List<Beat> beats) {
        var natural = beats.stream().mapToLong(ShotPlan::naturalMs).sum();
        var film = natural + ShotPlan.TITLE_MS + ShotPlan.END_MS - ShotPlan.DISSOLVE_MS * (beats.size() + 1L);
        return (int) Math.max(5, Math.ceilDiv(film, 1000L));
    }

    /** Four scenes for half a minute; longer films have longer scenes. A scene under 1.5 s could not carry its dissolves. */
    private static int scenes(int seconds, OptionalInt wanted) {
        var most = Math.clamp(seconds - 4, 1, MOST_SCENES);
        return Math.clamp(wanted.orElse((int) Math.round(seconds / (7 + seconds / 75.0))), 1, most);
    }

    private static boolean chinese(String language, String text) {
        return switch (language) {
            case "zh" -> true;
            case "en" -> false;
            default -> ReadingTime.hanCount(text) > ReadingTime.wordCount(text);
        };
    }
}
