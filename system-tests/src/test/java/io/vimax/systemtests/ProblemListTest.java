package io.vimax.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/problems.md is the whole list of what a caller may be refused with. */
class ProblemListTest {

    private static final Path ROOT = Path.of("..");

    /** How services and gateway make a problem: a status, then its code. */
    private static final Pattern MADE =
            Pattern.compile("HttpStatus\\.[A-Z_]+,\\s*\"([a-z]+(?:-[a-z]+)+)\"", Pattern.DOTALL);

    private static final Pattern LISTED = Pattern.compile("`([a-z]+(?:-[a-z]+)+)`");

    @Test
    void everyCodeThatIsMadeIsListed() throws IOException {
        Set<String> listed = all(LISTED, Files.readString(ROOT.resolve("docs/problems.md")));

        assertThat(codesInSources()).isNotEmpty().isSubsetOf(listed);
    }

    private static Set<String> codesInSources() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path sources : modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(sources)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .forEach(file -> codes.addAll(all(MADE, read(file))));
                }
            }
        }
        return codes;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }
}
