package io.vimax.standalone.service;

import io.vimax.standalone.console.Refusal;
import io.vimax.standalone.console.Terminal;
import io.vimax.standalone.home.Dist;
import io.vimax.standalone.home.Java;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Turns the jars that Maven built into programs that start fast: each is extracted into a folder named by its content and gets a
 * start-up cache. What is already there is not done again.
 */
public final class Assemble {
    private static final Duration EXTRACT_LIMIT = Duration.ofMinutes(2);

    private final Path root;
    private final Dist dist;
    private final Path log;
    private final Terminal terminal;
    private final boolean train;

    /**
     * Works on the jars below the project folder.
     *
     * @param log where the words of the extraction go
     * @param train without it services start without a cache, three times as slowly
     */
    public Assemble(Path root, Dist dist, Path log, Terminal terminal, boolean train) {
        this.root = root;
        this.dist = dist;
        this.log = log;
        this.terminal = terminal;
        this.train = train;
    }

    /**
     * Makes what is missing and writes down what there is.
     *
     * @param inUse folders of services that run now and must stay
     */
    public Dist.Build run(Set<String> inUse) throws IOException, InterruptedException {
        Map<String, String> folders = new TreeMap<>();
        Map<Service, Path> programs = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            Path jar = root.resolve(service.title()).resolve("target").resolve(service.title() + ".jar");
            if (!Files.exists(jar)) {
                throw Refusal.because(jar + " is missing; run './vimax build' again and read its log if it fails.");
            }
            String folder = service.title() + "-" + digest(jar).substring(0, 12);
            Path program = dist.services().resolve(folder);
            extract(service, jar, program);
            folders.put(service.title(), folder);
            programs.put(service, program);
        }
        if (train) {
            try {
                new Training(dist, terminal, programs).run();
            } catch (IOException e) {
                terminal.say("  no start-up caches (" + e.getMessage() + "); ViMax works, but starts more slowly.");
            }
        }
        removeOld(Set.copyOf(folders.values()), inUse);
        Dist.Build build = new Dist.Build(digest(String.join(" ", folders.values()) + ownJars()), folders);
        dist.write(build);
        return build;
    }

    /** Of the supervisor and of the simulator, which it starts from its own class path. */
    private String ownJars() throws IOException {
        StringBuilder digests = new StringBuilder(digest(dist.folder().resolve("vimax.jar")));
        try (Stream<Path> libraries = Files.list(dist.folder().resolve("lib"))) {
            for (Path jar : libraries
                    .filter(file -> file.getFileName().toString().startsWith("simulator-"))
                    .sorted()
                    .toList()) {
                digests.append(digest(jar));
            }
        }
        return digests.toString();
    }

    private void extract(Service service, Path jar, Path program) throws IOException, InterruptedException {
        if (Files.exists(program.resolve(service.title() + ".jar"))) {
            return;
        }
        Files.createDirectories(dist.services());
        Path next = program.resolveSibling(program.getFileName() + ".new");
        delete(next);
        int code = run(
                List.of(
                        Java.program().toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        next.toString()),
                dist.services());
        if (code != 0) {
            throw Refusal.because(jar.getFileName() + " could not be extracted; its words are in " + log + ".");
        }
        Files.move(next, program, StandardCopyOption.ATOMIC_MOVE);
    }

    private int run(List<String> command, Path folder) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.start();
        try {
            if (!process.waitFor(EXTRACT_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private void removeOld(Set<String> current, Set<String> inUse) throws IOException {
        try (Stream<Path> folders = Files.list(dist.services())) {
            for (Path folder : folders.toList()) {
                String name = folder.getFileName().toString();
                if (!current.contains(name) && !inUse.contains(name)) {
                    delete(folder);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
