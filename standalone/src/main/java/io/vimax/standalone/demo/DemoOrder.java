package io.vimax.standalone.demo;

import io.vimax.standalone.console.Arguments;
import io.vimax.standalone.console.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a person orders with {@code ./vimax demo}, checked completely before anything is built or started. Uses nothing but the JDK,
 * see {@link CheckOrder}.
 *
 * @param provider whose models make it, where no other model is named
 * @param fresh makes another film even if the same one was ordered before
 * @param stop stops the system at the end if this command started it
 */
public record DemoOrder(
        Optional<String> idea,
        Optional<String> script,
        Optional<Integer> seconds,
        Optional<Integer> scenes,
        String ratio,
        String language,
        Optional<Long> seed,
        FilmProvider provider,
        Map<String, String> models,
        Path output,
        boolean overwrite,
        boolean json,
        boolean fresh,
        boolean stop) {

    static final String DEFAULT_IDEA = "A lighthouse keeper finds a message in a bottle on the morning after a storm,"
            + " and rows out to answer it.";
    static final int MOST_IDEA_CHARACTERS = 4_000;
    static final int MOST_SCRIPT_CHARACTERS = 100_000;

    /** Four bytes is the longest character of UTF-8; beyond this no text of the allowed length fits. */
    private static final long MOST_IDEA_BYTES = 200 * 1024;

    private static final Set<String> RATIOS = Set.of("16:9", "9:16", "1:1");
    private static final Set<String> LANGUAGES = Set.of("auto", "en", "zh");
    private static final Set<String> KINDS = Set.of("chat", "image", "video", "speech", "music");

    static final Arguments.Grammar GRAMMAR = new Arguments.Grammar(
            "demo",
            Set.of(
                    "--script",
                    "--seconds",
                    "--scenes",
                    "--ratio",
                    "--lang",
                    "--seed",
                    "--provider",
                    "--model",
                    "-o",
                    "--output",
                    "--workers",
                    "--port"),
            Set.of("--json", "--stop", "--new", "-f", "--force"),
            1);

    /**
     * Takes a command line apart and checks all of it.
     *
     * @param folder where relative paths start
     */
    public static DemoOrder parse(List<String> line, Path folder) {
        Arguments arguments = arguments(line);
        Optional<String> idea = arguments.word(0).map(DemoOrder::checkedIdea);
        Optional<String> script = arguments.value("--script").map(name -> readScript(folder.resolve(name)));
        if (idea.isPresent() && script.isPresent()) {
            throw Refusal.usage("Give an idea or a script (--script FILE), not both.");
        }
        arguments.number("--workers", 1, 8);
        arguments.number("--port", 1, 65_535);
        FilmProvider provider = FilmProvider.named(arguments.value("--provider"));
        Map<String, String> models = models(provider, arguments.pairs("--model"));
        String ratio = oneOf("--ratio", arguments.value("--ratio").orElse("16:9"), RATIOS);
        if (filmsWith(provider, models) && !provider.ratios().contains(ratio)) {
            throw Refusal.usage("The clip model of --provider " + provider.word() + " makes "
                    + String.join(" and ", provider.ratios()) + ", not " + ratio
                    + "; choose one of these, or another model with --model video=NAME.");
        }
        return new DemoOrder(
                idea.isEmpty() && script.isEmpty() ? Optional.of(DEFAULT_IDEA) : idea,
                script,
                arguments.number("--seconds", 5, 600),
                arguments.number("--scenes", 1, 60),
                ratio,
                oneOf("--lang", arguments.value("--lang").orElse("auto"), LANGUAGES),
                arguments.longNumber("--seed"),
                provider,
                models,
                checkedOutput(folder.resolve(arguments
                        .value("-o")
                        .or(() -> arguments.value("--output"))
                        .orElse("episode.mp4"))),
                arguments.has("-f") || arguments.has("--force"),
                arguments.has("--json"),
                arguments.has("--new"),
                arguments.has("--stop"));
    }

    public static Arguments arguments(List<String> line) {
        return Arguments.parse(GRAMMAR, line);
    }

    private static Map<String, String> models(FilmProvider provider, Map<String, String> named) {
        for (String kind : named.keySet()) {
            oneOf("The kind in --model", kind, KINDS);
        }
        Map<String, String> models = new TreeMap<>(provider.models());
        models.putAll(named);
        return models;
    }

    private static boolean filmsWith(FilmProvider provider, Map<String, String> models) {
        return !provider.ratios().isEmpty()
                && Objects.equals(models.get("video"), provider.models().get("video"));
    }

    private static String checkedIdea(String idea) {
        if (idea.isBlank()) {
            throw Refusal.usage(
                    "The idea is empty; say in a sentence what the film is about, or leave it away for an example.");
        }
        int characters = idea.codePointCount(0, idea.length());
        if (characters > MOST_IDEA_CHARACTERS || idea.getBytes(StandardCharsets.UTF_8).length > MOST_IDEA_BYTES) {
            throw Refusal.usage("The idea has " + characters + " characters; at most " + MOST_IDEA_CHARACTERS
                    + " are possible. A longer text goes into a file: --script FILE.");
        }
        if (idea.indexOf('\0') >= 0 || idea.indexOf('\uFFFD') >= 0) {
            throw Refusal.usage("The idea is not readable text (UTF-8).");
        }
        return idea;
    }

    private static String readScript(Path file) {
        if (Files.isDirectory(file)) {
            throw Refusal.usage("The script " + file + " is a folder; name a text file.");
        }
        if (!Files.isReadable(file)) {
            throw Refusal.usage("The script " + file + " does not exist or cannot be read.");
        }
        try {
            if (beginsWithBinary(file)) {
                throw notText(file);
            }
            if (Files.size(file) > 4L * MOST_SCRIPT_CHARACTERS) {
                throw tooLong(file);
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw notText(file);
            }
            if (text.startsWith("\uFEFF")) {
                text = text.substring(1);
            }
            if (text.isBlank()) {
                throw Refusal.usage("The script " + file + " is empty.");
            }
            if (text.codePointCount(0, text.length()) > MOST_SCRIPT_CHARACTERS) {
                throw tooLong(file);
            }
            return text;
        } catch (CharacterCodingException _) {
            throw notText(file);
        } catch (IOException e) {
            throw Refusal.usage(
                    "The script " + file + " cannot be read (" + e.getClass().getSimpleName() + ").");
        }
    }

    /** So that a film or a picture is not called a long text. */
    private static boolean beginsWithBinary(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            for (byte one : in.readNBytes(4096)) {
                if (one == 0) {
                    return true;
                }
            }
            return false;
        }
    }

    private static Refusal tooLong(Path file) {
        return Refusal.usage(
                "The script " + file + " has more than 100,000 characters; split it into several episodes.");
    }

    private static Refusal notText(Path file) {
        return Refusal.usage(
                "The script " + file + " is not a text file in UTF-8; save it as plain text, Markdown or Fountain.");
    }

    private static Path checkedOutput(Path output) {
        Path file = output.toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (Files.isDirectory(file) || folder == null) {
            throw Refusal.usage("The output " + file + " is a folder; name a file, for example -o "
                    + file.resolve("episode.mp4") + ".");
        }
        if (!Files.isDirectory(folder)) {
            throw Refusal.usage(
                    "The folder " + folder + " does not exist; make it first or name another with -o FILE.");
        }
        if (!Files.isWritable(folder)) {
            throw Refusal.usage(
                    "The folder " + folder + " cannot be written; name a file in another one with -o FILE.");
        }
        return file;
    }

    private static String oneOf(String name, String value, Set<String> known) {
        if (!known.contains(value)) {
            throw Refusal.usage(name + " must be one of "
                    + String.join(", ", known.stream().sorted().toList()) + ", not '" + value + "'.");
        }
        return value;
    }
}
