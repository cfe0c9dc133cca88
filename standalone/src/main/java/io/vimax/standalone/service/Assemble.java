package io.vimax.standalone.service;

import io.vimax.standalone.console.Refusal;
import io.vimax.standalone.console.Terminal;
import io.vimax.standalone.home.Dist;
import io.vimax.standalone.home.Java;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Turns the jars that Maven built into programs that start fast: each is extracted into a folder named by its content and gets an AOT
 * cache from a training run. What is already there is not done again.
 */
public final class Assemble {
    private static final Duration TRAINING_LIMIT = Duration.ofMinutes(4);

    /** Training starts a service up to its web server, without the servers it will talk to. */
    private static final List<String> WITHOUT_SERVERS = List.of(
            "-Dspring.context.exit=onRefresh",
            "-Dspring.flyway.enabled=false",
            "-Dspring.jpa.hibernate.ddl-auto=none",
            "-Dspring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false",
            "-Dspring.jpa.database-platform=org.hibernate.dialect.PostgreSQLDialect");

    private final Path root;
    private final Dist dist;
    private final Path log;
    private final Terminal terminal;
    private final boolean train;

    /**
     * Works on the jars below the project folder.
     *
     * @param log where the words of the training runs go
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
        List<Runnable> trainings = new ArrayList<>();
        Training training = new Training(dist.folder().resolve("training"));
        for (Service service : Service.values()) {
            Path jar = root.resolve(service.title()).resolve("target").resolve(service.title() + ".jar");
            if (!Files.exists(jar)) {
                throw Refusal.because(jar + " is missing; run './vimax build' again and read its log if it fails.");
            }
            String folder = service.title() + "-" + digest(jar).substring(0, 12);
            Path program = dist.services().resolve(folder);
            extract(service, jar, program);
            folders.put(service.title(), folder);
            trainings.add(() -> trainService(service, program, training));
        }
        if (train) {
            trainAll(trainings);
        }
        removeOld(Set.copyOf(folders.values()), inUse);
        Dist.Build build = new Dist.Build(digest(String.join(" ", folders.values()) + digest(ownJar())), folders);
        dist.write(build);
        return build;
    }

    private Path ownJar() {
        return dist.folder().resolve("vimax.jar");
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
                dist.services(),
                Map.of());
        if (code != 0) {
            throw Refusal.because(jar.getFileName() + " could not be extracted; its words are in " + log + ".");
        }
        Files.move(next, program, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Two at a time: one alone leaves a core idle while it waits for the disk, three starve each other. */
    private void trainAll(List<Runnable> trainings) throws InterruptedException {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = new ArrayList<>();
            trainings.forEach(training -> running.add(two.submit(training)));
            for (Future<?> training : running) {
                try {
                    training.get();
                } catch (ExecutionException e) {
                    terminal.say("  start-up cache: " + e.getCause());
                }
            }
        }
    }

    private void trainService(Service service, Path program, Training training) {
        Path cache = program.resolve("app.aot");
        // A cache belongs to one Java; a note beside it says that training was tried and failed with this one.
        Path mark = program.resolve(
                "app.aot.java-" + System.getProperty("java.vm.version", "").replace('/', '_'));
        if (Files.exists(mark)) {
            return;
        }
        try {
            Files.deleteIfExists(cache);
            Path next = program.resolve("training.aot");
            List<String> flags = new ArrayList<>(List.of("-XX:AOTCacheOutput=" + next, "-Xlog:aot*=error"));
            flags.addAll(WITHOUT_SERVERS);
            int code = run(ServicePart.command(service, program, flags), program, training.environment(service));
            if (code == 0 && Files.exists(next)) {
                Files.move(next, cache, StandardCopyOption.ATOMIC_MOVE);
                terminal.say("  start-up cache of " + service.title() + " made");
            } else {
                // A failed run writes a cache too, and it is worthless.
                Files.deleteIfExists(next);
                terminal.say("  " + service.title() + " gets no start-up cache (training ended with code " + code
                        + "); it works, but starts more slowly. Details: " + log);
            }
            Files.writeString(mark, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private int run(List<String> command, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(TRAINING_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
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
