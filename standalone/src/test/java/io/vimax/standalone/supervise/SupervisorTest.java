package io.vimax.standalone.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vimax.standalone.home.DiskSpace;
import io.vimax.standalone.home.Home;
import io.vimax.standalone.home.Java;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Home home;
    private @Nullable Supervisor supervisor;

    @BeforeEach
    void create() {
        home = new Home(folder.resolve("home")).create();
    }

    @AfterEach
    void stop() {
        if (supervisor != null) {
            supervisor.stop();
        }
        new Leftovers(home).stop();
    }

    private void run(Part... parts) {
        supervisor = new Supervisor(home, List.of(parts), "build-1", Map.of("workers", "1"), Clock.systemUTC());
        supervisor.start();
    }

    private SystemState state() {
        return Objects.requireNonNull(supervisor).state();
    }

    private PartState part(String name) {
        return state().part(name).orElseThrow();
    }

    @Test
    void startsAPartOnlyAfterThoseItNeeds() throws IOException {
        run(
                new ShellPart("second", "date +%s%N > second; exec sleep 300", folder, List.of("first")),
                new ShellPart("first", "date +%s%N > first; exec sleep 300", folder, List.of()));

        await().atMost(LIMIT).until(() -> state().phase() == SystemState.Phase.READY);
        assertThat(Files.readString(folder.resolve("first"))).isLessThan(Files.readString(folder.resolve("second")));
    }

    @Test
    void keepsKeysOfProvidersFromProcessesThatAreNotGivenThem() throws IOException {
        assertThat(System.getenv()).containsKey("VIMAX_KEYS_YUNWU");

        run(new ShellPart("part", "env > all; mv all seen; exec sleep 300", folder, List.of()));

        await().atMost(LIMIT).until(() -> Files.exists(folder.resolve("seen")));
        assertThat(Files.readString(folder.resolve("seen"))).contains("PATH=").doesNotContain("VIMAX_KEYS", "canary");
    }

    @Test
    void givesEachProcessAnEmptyFolderForTemporaryFiles() {
        String script = "ls \"$TMPDIR\" >> seen; echo start >> seen; touch \"$TMPDIR\"/left; exec sleep 300";
        run(new ShellPart("part", script, folder, List.of()));
        await().atMost(LIMIT).until(() -> Files.exists(home.scratch("part").resolve("left")));

        PartState first = part("part");
        Processes.find(first.pid(), first.startedAt()).orElseThrow().destroyForcibly();

        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(folder.resolve("seen")).content().isEqualTo("start\nstart\n"));
    }

    @Test
    void tellsAJvmWhereItsTemporaryFilesGo() {
        String java = Java.program().toString();

        assertThat(PartStart.withScratch(List.of(java, "-version"), folder))
                .containsExactly(java, "-Djava.io.tmpdir=" + folder, "-version");
        assertThat(PartStart.withScratch(List.of("redis", "--port"), folder)).containsExactly("redis", "--port");
    }

    @Test
    void startsAKilledPartAgainAndCountsIt() {
        run(new ShellPart("worker", "exec sleep 300", folder, List.of()));
        await().atMost(LIMIT).until(() -> part("worker").condition() == PartState.Condition.READY);
        PartState before = part("worker");

        Processes.find(before.pid(), before.startedAt()).orElseThrow().destroyForcibly();

        await().atMost(LIMIT)
                .until(() -> part("worker").restarts() == 1 && part("worker").condition() == PartState.Condition.READY);
        assertThat(part("worker").pid()).isNotEqualTo(before.pid());
        assertThat(new StateFile(home).read()).contains(state());
    }

    @Test
    void stopsEverythingInOrderBeforeTheDiskIsFullAndSaysWhy() {
        AtomicLong free = new AtomicLong(Long.MAX_VALUE);
        Supervisor watched = new Supervisor(
                home,
                List.of(new ShellPart("store", "exec sleep 300", folder, List.of())),
                "build-1",
                Map.of(),
                Clock.systemUTC(),
                new DiskSpace(folder, free::get));
        supervisor = watched;
        watched.start();
        await().atMost(LIMIT).until(() -> part("store").condition() == PartState.Condition.READY);

        free.set(17L * 1024 * 1024);

        await().atMost(LIMIT).until(() -> state().phase() == SystemState.Phase.STOPPED);
        assertThat(part("store").condition()).isEqualTo(PartState.Condition.STOPPED);
        assertThat(new StateFile(home).read().map(SystemState::failure).orElse(""))
                .contains("17 MB left", folder.toString(), "what is finished is kept");
    }

    @Test
    void startsAKilledPartAgainAlsoWhenTheStateFileCannotBeWritten() throws IOException {
        run(new ShellPart("worker", "exec sleep 300", folder, List.of()));
        await().atMost(LIMIT).until(() -> part("worker").condition() == PartState.Condition.READY);
        PartState before = part("worker");
        Files.move(home.run(), home.folder().resolve("away"));
        Files.createFile(home.run());

        Processes.find(before.pid(), before.startedAt()).orElseThrow().destroyForcibly();

        await().atMost(LIMIT)
                .until(() -> part("worker").restarts() == 1 && part("worker").condition() == PartState.Condition.READY);
        Files.delete(home.run());
        Files.move(home.folder().resolve("away"), home.run());
    }

    @Test
    void givesUpAPartThatNeverComesUpAndNamesItsLog() {
        run(new ShellPart("broken", "echo no luck; exit 3", folder, List.of()));

        await().atMost(Duration.ofMinutes(2)).until(() -> state().phase() == SystemState.Phase.FAILED);
        assertThat(state().failure()).contains("broken ended with code 3, 4 times in a row: no luck", "broken.log");
        assertThat(home.log("broken")).content().contains("no luck");
    }

    @Test
    void killsAPartThatDoesNotStopWhenAsked() {
        run(new ShellPart("stubborn", "trap '' TERM; while :; do sleep 1; done", folder, List.of()));
        await().atMost(LIMIT).until(() -> part("stubborn").condition() == PartState.Condition.READY);
        long pid = Objects.requireNonNull(part("stubborn").pid());

        stop();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(part("stubborn").condition()).isEqualTo(PartState.Condition.STOPPED);
    }

    @Test
    void stopsWhatAKilledSupervisorLeftBehindAndNothingElse() throws IOException {
        Process ours = new ProcessBuilder("sleep", "300").start();
        Process foreign = new ProcessBuilder("sleep", "300").start();
        Instant started = ours.info().startInstant().orElseThrow();
        new StateFile(home)
                .write(new SystemState(
                        SystemState.Phase.READY,
                        foreign.pid(),
                        Instant.EPOCH,
                        "build-1",
                        Map.of(),
                        started,
                        started,
                        List.of(
                                state("editor", ours.pid(), started),
                                // the number now belongs to a process that began at another time
                                state("gateway", foreign.pid(), Instant.parse("2020-01-01T00:00:00Z"))),
                        null));
        try {
            assertThat(new Leftovers(home).stop()).isEqualTo(1);
            assertThat(ours.isAlive()).isFalse();
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    private static PartState state(String name, long pid, Instant startedAt) {
        return new PartState(name, 1, PartState.Condition.READY, pid, startedAt, 0, null);
    }

    @Test
    void takesADamagedStateFileForNone() throws IOException {
        Files.writeString(home.run().resolve("state.json"), "{\"phase\":");

        assertThat(new StateFile(home).read()).isEmpty();
    }

    @Test
    void cutsALogThatHasGrownAndKeepsOneOlderPiece() throws IOException {
        Files.writeString(home.log("kafka"), "x".repeat(2_000));
        Files.writeString(home.log("redis"), "short");

        new Logs(home, 1_000).rotate();

        assertThat(home.log("kafka")).isEmptyFile();
        assertThat(home.logs().resolve("kafka.log.1")).hasSize(2_000);
        assertThat(home.log("redis")).hasContent("short");
    }

    /** A shell script as a part; it counts as ready as soon as it runs. */
    private record ShellPart(String name, String script, Path folder, List<String> after) implements Part {
        @Override
        public int port() {
            return 1;
        }

        @Override
        public int tier() {
            return 0;
        }

        @Override
        public void prepare() {}

        @Override
        public Launch launch() {
            return new Launch(List.of("bash", "-c", script), Map.of(), folder);
        }

        @Override
        public boolean answers() {
            return !name.equals("broken");
        }

        @Override
        public void settle() {}

        @Override
        public Duration stopLimit() {
            return Duration.ofSeconds(1);
        }
    }
}
