package io.vimax.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The frozen copies of every schema that left the house: {@code <root>/<short topic name>/<number>.avsc}, numbers from 1, and
 * {@code <root>/CHECKSUMS} with the SHA-256 of each.
 */
record ReleasedSchemas(Path root) {

    private static final String CHECKSUMS = "CHECKSUMS";

    /** The directory of this module. */
    static ReleasedSchemas ofThisModule() {
        return new ReleasedSchemas(Path.of("src", "test", "resources", "released"));
    }

    /** {@code vimax.generation.requested.v1} is {@code generation-requested}. */
    static String shortName(Topic<?> topic) {
        return topic.name()
                .replaceFirst("^vimax\\.", "")
                .replaceFirst("\\.v\\d+$", "")
                .replace('.', '-');
    }

    /** Copies of one topic's schema, oldest first. */
    List<Schema> of(Topic<?> topic) throws IOException {
        return files(root.resolve(shortName(topic))).stream()
                .map(ReleasedSchemas::parse)
                .toList();
    }

    /**
     * Freezes the current schema under the next number; a change of words only is none.
     *
     * @return whether there was something to freeze
     */
    boolean release(Topic<?> topic) throws IOException {
        List<Schema> released = of(topic);
        if (!released.isEmpty() && released.getLast().equals(topic.schema())) {
            return false;
        }
        Path file = root.resolve(shortName(topic)).resolve((released.size() + 1) + ".avsc");
        Files.createDirectories(file.getParent());
        Files.writeString(file, topic.schema().toString(true) + "\n");
        SortedMap<String, String> sums = new TreeMap<>(listedSums());
        sums.put(relative(file), sha256(file));
        Files.write(
                root.resolve(CHECKSUMS),
                sums.entrySet().stream()
                        .map(sum -> sum.getValue() + "  " + sum.getKey())
                        .toList());
        return true;
    }

    /** SHA-256 by file name as the checked-in list has it. */
    SortedMap<String, String> listedSums() throws IOException {
        SortedMap<String, String> sums = new TreeMap<>();
        Path list = root.resolve(CHECKSUMS);
        if (Files.exists(list)) {
            for (String line : Files.readAllLines(list)) {
                String[] parts = line.split("  ", 2);
                sums.put(parts[1], parts[0]);
            }
        }
        return sums;
    }

    /** SHA-256 by file name as the files are now. */
    SortedMap<String, String> actualSums() throws IOException {
        SortedMap<String, String> sums = new TreeMap<>();
        for (Topic<?> topic : Topics.ALL) {
            for (Path file : files(root.resolve(shortName(topic)))) {
                sums.put(relative(file), sha256(file));
            }
        }
        return sums;
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .sorted(Comparator.comparingInt(ReleasedSchemas::number))
                    .toList();
        }
    }

    private static int number(Path file) {
        return Integer.parseInt(String.valueOf(file.getFileName()).replace(".avsc", ""));
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
