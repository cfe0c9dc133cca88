package io.vimax.standalone.cli;

import io.vimax.standalone.supervise.PartState;
import io.vimax.standalone.supervise.Processes;
import io.vimax.standalone.supervise.SystemState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Shows what runs, as a table or as JSON. */
final class StatusCommand {
    private static final long MEGABYTE = 1024 * 1024;

    private final Context context;

    StatusCommand(Context context) {
        this.context = context;
    }

    record Row(
            String part,
            String state,
            @Nullable Long pid,
            int port,
            long memoryMb,
            @Nullable Long uptimeSeconds,
            int restarts,
            @Nullable String note) {}

    int run(boolean json) {
        Optional<SystemState> running = context.running();
        if (running.isEmpty()) {
            Optional<String> why = context.stateFile().read().map(SystemState::failure);
            if (json) {
                context.terminal().say("{\"phase\":\"stopped\",\"parts\":[]}");
            } else {
                why.ifPresent(context.terminal()::say);
                context.terminal()
                        .say("ViMax does not run here (" + context.home().folder() + "); './vimax up' starts it.");
                tellOfTheSimulatedOne();
            }
            return 3;
        }
        SystemState state = running.get();
        List<Row> rows = rows(state, context.clock().instant());
        long total = rows.stream().mapToLong(Row::memoryMb).sum();
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("phase", state.phase().name().toLowerCase(Locale.ROOT));
            document.put("build", state.build());
            document.put("settings", state.settings());
            document.put("memory_mb", total);
            document.put(
                    "ready_after_ms",
                    state.readyAt() == null
                            ? null
                            : Duration.between(state.startedAt(), state.readyAt())
                                    .toMillis());
            document.put("parts", rows);
            context.terminal()
                    .say(JsonMapper.builder()
                            .propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.SNAKE_CASE)
                            .build()
                            .writeValueAsString(document));
        } else {
            table(rows, total).forEach(context.terminal()::say);
            tellOfTheSimulatedOne();
        }
        return state.phase() == SystemState.Phase.READY ? 0 : 1;
    }

    private void tellOfTheSimulatedOne() {
        if (context.simulated().running().isPresent()) {
            context.terminal().say("One with simulated providers runs too; './vimax status --simulate' shows it.");
        }
    }

    /** Of all processes together, in megabytes. */
    static long memoryMb(SystemState state, Instant now) {
        return rows(state, now).stream().mapToLong(Row::memoryMb).sum();
    }

    static List<Row> rows(SystemState state, Instant now) {
        List<Row> rows = new ArrayList<>();
        for (PartState part : state.parts()) {
            rows.add(new Row(
                    part.name(),
                    part.condition().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    part.pid(),
                    part.port(),
                    part.pid() == null ? 0 : Processes.memoryOfTree(part.pid()) / MEGABYTE,
                    part.startedAt() == null
                            ? null
                            : Duration.between(part.startedAt(), now).toSeconds(),
                    part.restarts(),
                    part.note()));
        }
        rows.add(new Row(
                "supervisor",
                state.phase().name().toLowerCase(Locale.ROOT),
                state.supervisorPid(),
                0,
                Processes.memory(state.supervisorPid()) / MEGABYTE,
                Duration.between(state.startedAt(), now).toSeconds(),
                0,
                null));
        return rows;
    }

    static List<String> table(List<Row> rows, long totalMb) {
        List<String> lines = new ArrayList<>();
        String form = "%-22s %-11s %8s %6s %8s %9s %9s  %s";
        lines.add(form.formatted("PART", "STATE", "PID", "PORT", "MEMORY", "UPTIME", "RESTARTS", "")
                .stripTrailing());
        for (Row row : rows) {
            lines.add(form.formatted(
                            row.part(),
                            row.state(),
                            row.pid() == null ? "-" : row.pid(),
                            row.port() == 0 ? "-" : row.port(),
                            row.memoryMb() + " MB",
                            row.uptimeSeconds() == null ? "-" : uptime(row.uptimeSeconds()),
                            row.restarts(),
                            row.note() == null ? "" : row.note())
                    .stripTrailing());
        }
        lines.add(form.formatted("all", "", "", "", totalMb + " MB", "", "", "").stripTrailing());
        return lines;
    }

    private static String uptime(long seconds) {
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
