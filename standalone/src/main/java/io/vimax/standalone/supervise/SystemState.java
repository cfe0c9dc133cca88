package io.vimax.standalone.supervise;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state file: what one supervisor runs. Read by the other commands, and by the next supervisor after a crash.
 *
 * @param build which build the programs are from
 * @param settings what a person chose for this run (workers, ports), to notice a second start with other wishes
 */
public record SystemState(
        Phase phase,
        long supervisorPid,
        @Nullable Instant supervisorStartedAt,
        String build,
        Map<String, String> settings,
        Instant startedAt,
        @Nullable Instant readyAt,
        List<PartState> parts,
        @Nullable String failure) {

    public enum Phase {
        STARTING,
        /** Every part has been ready. Single parts may be down again; they are being restarted. */
        READY,
        STOPPING,
        STOPPED,
        /** A part was given up; the rest runs on until a person stops it. */
        FAILED
    }

    public Optional<PartState> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    public boolean supervisorAlive() {
        return phase != Phase.STOPPED
                && Processes.find(supervisorPid, supervisorStartedAt).isPresent();
    }
}
