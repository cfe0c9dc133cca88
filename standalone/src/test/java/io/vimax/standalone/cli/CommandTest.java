package io.vimax.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher itself, on machines that lack something. */
class CommandTest {
    private static final List<String> TOOLS = List.of(
            "bash",
            "env",
            "readlink",
            "dirname",
            "cat",
            "sed",
            "awk",
            "df",
            "mkdir",
            "git",
            "find",
            "xargs",
            "cksum",
            "uname",
            "id",
            "grep",
            "tput");

    @TempDir
    Path folder;

    private Path vimax;

    record Said(int code, String out, String err) {}

    @BeforeEach
    void linkTools() throws IOException {
        vimax = Path.of(System.getProperty("vimax.root")).toRealPath().resolve("vimax");
        Files.createDirectories(folder.resolve("bin"));
        for (String tool : TOOLS) {
            for (String place : List.of("/usr/bin/", "/bin/")) {
                if (Files.exists(Path.of(place + tool)) && !Files.exists(folder.resolve("bin/" + tool))) {
                    Files.createSymbolicLink(folder.resolve("bin/" + tool), Path.of(place + tool));
                }
            }
        }
    }

    private void tool(String name, String script) throws IOException {
        Path file = folder.resolve("bin/" + name);
        Files.writeString(file, "#!/usr/bin/env bash\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** A folder that looks like a JDK of this version and is none. */
    private Path jdk(String version) throws IOException {
        Path jdk = folder.resolve("jdk" + version);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
        for (String program : List.of("java", "javac")) {
            Files.writeString(jdk.resolve("bin/" + program), "#!/usr/bin/env bash\nexit 0\n");
            assertThat(jdk.resolve("bin/" + program).toFile().setExecutable(true))
                    .isTrue();
        }
        return jdk;
    }

    private Said run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(vimax.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", folder.resolve("bin").toString());
        builder.environment().put("VIMAX_JVMS", folder.resolve("no-jvms").toString());
        builder.environment().put("VIMAX_HOME", folder.resolve("home").toString());
        builder.environment().putAll(environment);
        builder.redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        int code = builder.start().waitFor();
        return new Said(
                code,
                Files.readString(folder.resolve("out"), StandardCharsets.UTF_8),
                Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
    }

    @Test
    void listsEveryCommandOnOneScreen() throws Exception {
        Said said = run(Map.of(), "help");

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains(
                        "demo", "up", "down", "status", "logs", "build", "test", "fmt", "drill", "bench", "doctor",
                        "help");
        assertThat(said.out().lines()).hasSizeLessThanOrEqualTo(50).allMatch(line -> line.length() <= 100);
    }

    @Test
    void answersNoCommandAndAnUnknownOneWithTheHelpAndAnError() throws Exception {
        Said none = run(Map.of());
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("./vimax demo");

        Said unknown = run(Map.of(), "dance");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).startsWith("There is no command 'dance'.").contains("./vimax demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "up", "build", "status", "test", "fmt"})
    void saysInOneSentenceThatJdk25IsMissing(String command) throws Exception {
        Said said = run(Map.of("JAVA_HOME", jdk("17").toString()), command);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("needs JDK 25").hasLineCount(1);
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void findsAJdkAmongSeveral() throws Exception {
        jdk("21");
        jdk("25");

        Said said = run(Map.of("VIMAX_JVMS", folder.toString()), "doctor");

        assertThat(said.out()).contains("ok    Java      " + folder.resolve("jdk25"));
    }

    @Test
    void saysThatMavenOrNodeIsMissing() throws Exception {
        Map<String, String> java = Map.of("JAVA_HOME", jdk("25").toString());

        assertThat(run(java, "test").err()).contains("'mvn' was not found").hasLineCount(1);

        tool("mvn", "exit 0");
        assertThat(run(java, "test").err()).contains("'node' was not found").hasLineCount(1);

        tool("node", "echo v18.1.0");
        assertThat(run(java, "test").err()).contains("this is Node 18").hasLineCount(1);
    }

    @Test
    void refusesAFullDiskBeforeAnythingIsMade() throws Exception {
        Files.delete(folder.resolve("bin/df"));
        tool("df", "printf 'Filesystem 1024-blocks Used Available Capacity Mounted\\n/dev/x 9 9 1000 99%% /\\n'");

        Said said = run(Map.of("JAVA_HOME", jdk("25").toString()), "up");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("less than 2 GB free").hasLineCount(1);
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void refusesAHomeThatIsAFile() throws Exception {
        Files.writeString(folder.resolve("a file"), "");

        Said said = run(
                Map.of(
                        "JAVA_HOME",
                        jdk("25").toString(),
                        "VIMAX_HOME",
                        folder.resolve("a file").toString()),
                "up");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("cannot be written; set VIMAX_HOME").hasLineCount(1);
    }

    @Test
    void worksThroughALinkInAFolderWithSpaces() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("some where"));
        Files.createSymbolicLink(elsewhere.resolve("film maker"), vimax);
        vimax = elsewhere.resolve("film maker");

        assertThat(run(Map.of(), "help").out()).contains("./vimax demo");
    }

    @Test
    void checksAnOrderFromTheSourcesBeforeAnythingIsBuilt() throws Exception {
        Path source = vimax.resolveSibling("standalone/src/main/java/io/vimax/standalone/demo/CheckOrder.java");
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        source.toString(),
                        folder.toString(),
                        "--seconds",
                        "3")
                .start();

        assertThat(new String(java.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("--seconds must be a whole number from 5 to 600, not '3'.");
        assertThat(java.waitFor()).isEqualTo(2);
    }
}
