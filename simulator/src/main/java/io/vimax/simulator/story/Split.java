package io.vimax.simulator.story;

import io.vimax.simulator.story.Draft.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a film of a person's own text: its paragraphs are scenes, its sentences are said one after another, word by word. */
final class Split {

    private static final int MOST_LINE_WORDS = 17;
    private static final int MOST_SCENES = 60;
    private static final int MOST_SCENE_SHOTS = 40;
    private static final int LONGEST_TITLE = 120;
    private static final int SHORT_LINES = 6;

    private static final Pattern SLUG = Pattern.compile("(?i)^(INT|EXT|INT/EXT|I/E)[. ]+(.+?)(?:\\s+-\\s+(\\w+))?$");
    private static final Pattern SPEAKER = Pattern.compile("^([\\p{Lu}][\\p{L}' ]{0,30}|\\p{IsHan}{1,6})[:：]\\s*(.+)$");
    private static final Pattern CUE = Pattern.compile("^[\\p{Lu}][\\p{Lu}\\d .'-]{1,30}(\\s*\\(.*\\))?$");
    private static final List<String> FRAMINGS = List.of("wide", "medium", "close", "medium", "detail");
    private static final List<String> MOVES = List.of("push_in", "pan_right", "tilt_up", "pull_out", "pan_left");
    private static final List<String> TIMES = List.of("dawn", "morning", "day", "dusk", "night");

    private final Wish wish;
    private final Setting setting;
    private final String weather;
    private final Map<String, Draft.Character> cast = new LinkedHashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private String title = "";
    private int shotCount;

    /** The lines of one scene, under what heads it. */
    private record Block(String heading, List<Line> lines) {}

    private Split(Wish wish) {
        this.wish = wish;
        this.setting = Setting.of(wish.text());
        this.weather = Setting.weather(wish.text());
    }

    static Draft of(Wish wish) {
        var split = new Split(wish);
        for (String paragraph : wish.text().replace("\r", "").split("\n\\s*\n", -1)) {
            split.paragraph(paragraph.strip());
        }
        return split.draft();
    }

    private void paragraph(String paragraph) {
        if (paragraph.isEmpty()) {
            return;
        }
        String heading = "";
        var lines = new ArrayList<Line>();
        var prose = new StringBuilder();
        String speaker = "";
        for (String written : paragraph.split("\n", -1)) {
            String text = written.strip().replaceAll("^[>*_]+|[*_]+$", "").strip();
            Matcher said = SPEAKER.matcher(text);
            if (text.startsWith("#")) {
                String words = text.replaceFirst("^#+\\s*", "");
                title = title.isEmpty() ? words : title;
                heading = words;
            } else if (SLUG.matcher(text).matches()) {
                heading = text;
            } else if (said.matches()) {
                tell(prose, speaker, lines);
                prose.append(said.group(2));
                tell(prose, String.valueOf(said.group(1)), lines);
            } else if (speaker.isEmpty()
                    && prose.isEmpty()
                    && CUE.matcher(text).matches()
                    && paragraph.contains("\n")) {
                speaker = capitals(text.replaceFirst("\\s*\\(.*", ""));
            } else if (!text.matches("\\(.*\\)")) {
                prose.append(prose.isEmpty() ? "" : " ").append(text);
            }
        }
        tell(prose, speaker, lines);
        boolean goesOn = heading.isEmpty()
                && !blocks.isEmpty()
                && (blocks.getLast().lines().isEmpty()
                        || blocks.getLast().lines().size() + lines.size() <= SHORT_LINES
                        || blocks.size() == MOST_SCENES);
        if (goesOn) {
            blocks.getLast().lines().addAll(lines);
        } else if (!blocks.isEmpty() && blocks.getLast().lines().isEmpty()) {
            blocks.set(
                    blocks.size() - 1,
                    new Block(heading.isEmpty() ? blocks.getLast().heading() : heading, lines));
        } else {
            blocks.add(new Block(heading, lines));
        }
    }

    private void tell(StringBuilder prose, String speaker, List<Line> lines) {
        for (String sentence : Speakable.sentences(prose.toString())) {
            for (String piece : Speakable.pieces(sentence, MOST_LINE_WORDS)) {
                lines.add(speaker.isEmpty() ? Line.told(piece, wish.chinese()) : Line.said(speaker, piece));
            }
        }
        prose.setLength(0);
        if (!speaker.isEmpty()) {
            List<String> looks = Phrases.of(wish.chinese()).looks();
            String look = looks.get(cast.size() % looks.size());
            cast.computeIfAbsent(speaker, name -> new Draft.Character(name, name, look));
        }
    }

    private static String capitals(String words) {
        return Idea.capital(words.toLowerCase(Locale.ROOT));
    }

    private Draft draft() {
        List<Block> told =
                spread(blocks.stream().filter(block -> !block.lines().isEmpty()).toList());
        var scenes = new ArrayList<Draft.Scene>();
        for (int number = 0; number < told.size(); number++) {
            scenes.add(scene(number, told.size(), told.get(number)));
        }
        String first = told.isEmpty()
                ? wish.text()
                : told.getFirst().lines().getFirst().text();
        String name = title.isEmpty() ? first : title;
        return new Draft(
                name.substring(0, Math.min(name.length(), LONGEST_TITLE)), first, List.copyOf(cast.values()), scenes);
    }

    /** As many scenes as are asked for, else as few as hold all shots. */
    private List<Block> spread(List<Block> found) {
        List<Line> all = found.stream().flatMap(block -> block.lines().stream()).toList();
        boolean fits = found.size() <= MOST_SCENES
                && found.stream().allMatch(block -> block.lines().size() <= MOST_SCENE_SHOTS);
        int wanted = wish.scenes() > 0 ? Math.min(wish.scenes(), all.size()) : found.size();
        if (fits && wanted == found.size()) {
            return found;
        }
        int count = Math.clamp(wanted, Math.ceilDiv(all.size(), MOST_SCENE_SHOTS), MOST_SCENES);
        var blocksOfAll = new ArrayList<Block>();
        for (int number = 0; number < count; number++) {
            int from = (int) ((long) all.size() * number / count);
            int to = (int) ((long) all.size() * (number + 1) / count);
            blocksOfAll.add(new Block("", all.subList(from, to)));
        }
        return blocksOfAll;
    }

    private Draft.Scene scene(int number, int all, Block block) {
        Matcher slug = SLUG.matcher(block.heading());
        boolean slugged = slug.matches();
        String place = slugged
                ? String.valueOf(slug.group(2)).toLowerCase(Locale.ROOT)
                : block.heading().isEmpty() ? setting.place(number, wish.chinese()) : block.heading();
        String lower = block.heading().toLowerCase(Locale.ROOT);
        String time = TIMES.stream().filter(lower::contains).findFirst().orElse(lower.contains("moon") ? "night" : "");
        var shots = new ArrayList<Draft.Shot>();
        for (Line line : block.lines()) {
            int count = shotCount++;
            boolean spoken = line.kind().equals("dialogue");
            shots.add(new Draft.Shot(
                    line.text(),
                    shots.isEmpty() ? "wide" : spoken ? "close" : FRAMINGS.get(count % FRAMINGS.size()),
                    MOVES.get(count % MOVES.size()),
                    spoken ? List.of(line.speaker()) : List.of(),
                    Lengths.bounded(Lengths.ofSpeech(line.text())),
                    line));
        }
        return new Draft.Scene(
                block.heading().isEmpty() ? Idea.capital(place) : block.heading(),
                place,
                TIMES.contains(time) ? time : TIMES.get((number + 1) % TIMES.size()),
                weather,
                slugged && block.heading().toUpperCase(Locale.ROOT).startsWith("INT"),
                number == all - 1 ? "hopeful" : number % 2 == 0 ? "calm" : "mysterious",
                number == 0 ? "beginning" : number == all - 1 ? "end" : number == all - 2 ? "turn" : "rising",
                block.lines().getFirst().text(),
                shots);
    }
}
