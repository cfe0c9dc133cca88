package io.vimax.standalone.supervise;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One process of the system: how it is started, when it counts as ready, and how it is asked to stop. */
public interface Part {
    /** As in logs, state and {@code ./vimax status}. */
    String name();

    int port();

    /** Parts that must have been ready once before this one starts for the first time. */
    List<String> after();

    /** Stopped before the parts of a lower tier: doors first, then those who work, then those who keep. */
    int tier();

    /** Makes ready what the process needs on disk. Called before every start, so it must not repeat what is done. */
    void prepare() throws IOException, InterruptedException;

    Launch launch() throws IOException;

    /** Whether the process answers now. Quick: it is asked several times a second while the part starts. */
    boolean answers();

    /** Brings a process that answers into service (databases, topics, schemas); repeated after each start. */
    void settle() throws Exception;

    /** What {@code kill} is told, so that the process ends cleanly. */
    default String stopSignal() {
        return "TERM";
    }

    /** How long the process may take to end by itself before it is killed. */
    default Duration stopLimit() {
        return Duration.ofSeconds(20);
    }

    /**
     * How a process is started.
     *
     * @param command program and arguments
     * @param environment added to the supervisor's own
     * @param folder where it runs
     */
    record Launch(List<String> command, Map<String, String> environment, Path folder) {}
}
