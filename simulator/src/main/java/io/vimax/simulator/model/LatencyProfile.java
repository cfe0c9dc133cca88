package io.vimax.simulator.model;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How long each model takes: its own latency, else that of its kind. */
public record LatencyProfile(Map<WorkKind, Latency> byKind, Map<String, Latency> byModel) {

    private static final Latency NO_TIME = new Latency.Fixed(Duration.ZERO);

    /** Everything at once. */
    public static final LatencyProfile INSTANT = new LatencyProfile(Map.of(), Map.of());

    /** Fast, but with every state in between: for demos and system tests. */
    public static final LatencyProfile QUICK =
            profile("~150/0.4/1000", "~300/0.4/2000", "~2500/0.3/8000", "~100/0.4/1000");

    /** As the real ones, at the end of 2026. */
    public static final LatencyProfile REAL =
            profile("~3000/0.5/60000", "~9000/0.4/90000", "~75000/0.45/600000", "~2500/0.4/30000");

    public LatencyProfile {
        byKind = Map.copyOf(byKind);
        byModel = Map.copyOf(byModel);
    }

    /**
     * The profile of a name.
     *
     * @throws IllegalArgumentException if there is no such profile
     */
    public static LatencyProfile named(String name) {
        return switch (name) {
            case "instant" -> INSTANT;
            case "quick" -> QUICK;
            case "real" -> REAL;
            default -> throw new IllegalArgumentException("No profile " + name + "; there are instant, quick and real");
        };
    }

    public LatencyProfile with(String model, Latency latency) {
        var more = new HashMap<>(byModel);
        more.put(model, latency);
        return new LatencyProfile(byKind, more);
    }

    public LatencyProfile with(WorkKind kind, Latency latency) {
        var more = new HashMap<>(byKind);
        more.put(kind, latency);
        return new LatencyProfile(more, byModel);
    }

    public Latency of(ModelCard model) {
        Latency own = byModel.get(model.name());
        return own != null ? own : byKind.getOrDefault(model.kind(), NO_TIME);
    }

    private static LatencyProfile profile(String chat, String image, String video, String speech) {
        return new LatencyProfile(
                Map.of(
                        WorkKind.CHAT, Latency.parse(chat),
                        WorkKind.IMAGE, Latency.parse(image),
                        WorkKind.VIDEO, Latency.parse(video),
                        WorkKind.SPEECH, Latency.parse(speech)),
                Map.of());
    }
}
