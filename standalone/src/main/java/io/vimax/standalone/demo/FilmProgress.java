package io.vimax.standalone.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the state document of an episode says about its making.
 *
 * @param percent of the whole film, 0 to 100
 * @param remaining estimate from measurements, once there are any
 * @param active generations that are queued or running
 */
public record FilmProgress(
        String episodeId,
        String title,
        String state,
        String status,
        boolean paused,
        double percent,
        Optional<Duration> remaining,
        List<Stage> stages,
        List<Shot> shots,
        List<Problem> problems,
        int active,
        Cost cost,
        Optional<Film> film) {

    /** Units that belong to a shot, as the editor calls them. */
    static final Set<String> SHOT_WORK = Set.of("shot_keyframe", "shot_clip");

    public record Stage(String name, String status, int done, int total, double percent) {}

    /**
     * One shot, as far as it is.
     *
     * @param doing what is done now: drawing, filming, waiting, ready, failed, cancelled
     */
    public record Shot(int number, String doing, double percent, Optional<Duration> remaining, int takes) {}

    /**
     * Money, in US dollars.
     *
     * @param estimated of all that was asked for, before it was made
     * @param spent on what was made
     */
    public record Cost(BigDecimal estimated, BigDecimal spent) {
        /** Cents, and more digits only below a cent. */
        static String words(BigDecimal amount) {
            boolean small = amount.signum() != 0 && amount.compareTo(new BigDecimal("0.01")) < 0;
            return "$" + amount.setScale(small ? 6 : 2, RoundingMode.HALF_UP).toPlainString();
        }

        boolean isNothing() {
            return estimated.signum() == 0 && spent.signum() == 0;
        }

        private static Cost of(JsonNode document) {
            BigDecimal estimated = BigDecimal.ZERO;
            for (JsonNode generation : document.path("generations")) {
                estimated = estimated.add(amount(generation.path("cost_estimated")));
            }
            return new Cost(estimated, amount(document.path("cost")));
        }

        private static BigDecimal amount(JsonNode money) {
            return money.path("amount").isString() ? new BigDecimal(text(money, "amount")) : BigDecimal.ZERO;
        }
    }

    public record Problem(String target, String title, String detail, String action) {}

    public record Film(
            String assetId,
            Optional<String> vttAssetId,
            Optional<String> srtAssetId,
            Duration duration,
            int width,
            int height,
            long bytes) {}

    FilmProgress withRemaining(Duration left) {
        return new FilmProgress(
                episodeId,
                title,
                state,
                status,
                paused,
                percent,
                Optional.of(left),
                stages,
                shots,
                problems,
                active,
                cost,
                film);
    }

    public boolean finished() {
        return state.equals("completed") && film.isPresent();
    }

    /** Nothing is under way and something went wrong: a person must act. */
    public boolean stuck() {
        return !finished() && active == 0 && (status.equals("failed") || !problems.isEmpty());
    }

    public boolean needsResume() {
        return !finished() && (paused || status.equals("cancelled") || stuck());
    }

    public static FilmProgress of(JsonNode document) {
        Map<String, JsonNode> working = new HashMap<>();
        int active = 0;
        for (JsonNode generation : document.path("generations")) {
            String state = text(generation, "state");
            if (state.equals("queued") || state.equals("running")) {
                active++;
                if (SHOT_WORK.contains(text(generation.path("target"), "type"))) {
                    working.put(text(generation.path("target"), "id"), generation);
                }
            }
        }
        List<Shot> shots = new ArrayList<>();
        for (JsonNode scene : document.path("scenes")) {
            for (JsonNode shot : scene.path("shots")) {
                shots.add(shot(shot, Optional.ofNullable(working.get(text(shot, "id"))), shots.size() + 1));
            }
        }
        List<Stage> stages = new ArrayList<>();
        for (JsonNode stage : document.path("progress").path("stages")) {
            stages.add(new Stage(
                    text(stage, "name"),
                    text(stage, "status"),
                    stage.path("done").asInt(0),
                    stage.path("total").asInt(0),
                    stage.path("percent").asDouble(0)));
        }
        List<Problem> problems = new ArrayList<>();
        for (JsonNode problem : document.path("problems")) {
            problems.add(new Problem(
                    text(problem.path("target"), "label"),
                    text(problem, "title"),
                    text(problem, "detail"),
                    text(problem, "action")));
        }
        return new FilmProgress(
                text(document, "id"),
                text(document, "title"),
                text(document, "state"),
                text(document, "status"),
                document.path("paused").asBoolean(false),
                document.path("progress").path("percent").asDouble(0),
                millis(document.path("progress").path("eta_ms")),
                stages,
                shots,
                problems,
                active,
                Cost.of(document),
                film(document.path("render")));
    }

    private static Shot shot(JsonNode shot, Optional<JsonNode> generation, int position) {
        int number = shot.path("global_number").asInt(position);
        int takes = shot.path("takes").size();
        if (generation.isPresent()) {
            JsonNode work = generation.get();
            boolean clip = text(work, "kind").equals("video");
            boolean running = text(work, "state").equals("running");
            double share = work.path("progress").asDouble(0);
            String doing = running ? (clip ? "filming" : "drawing") : "waiting";
            // For what still waits the estimate is how long it will take, not what is left of it.
            Optional<Duration> left = running ? millis(work.path("eta_p50_ms")) : Optional.empty();
            return new Shot(number, doing, 100 * share, left, takes);
        }
        boolean taken = !text(shot, "selected_take_id").isEmpty();
        String status = text(shot, "status");
        boolean over = status.equals("failed") || status.equals("cancelled");
        return new Shot(number, taken ? "ready" : over ? status : "waiting", taken ? 100 : 0, Optional.empty(), takes);
    }

    private static Optional<Film> film(JsonNode render) {
        String asset = text(render, "film_asset_id");
        if (asset.isEmpty() || !text(render, "status").equals("ready")) {
            return Optional.empty();
        }
        return Optional.of(new Film(
                asset,
                Optional.of(text(render, "captions_vtt_asset_id")).filter(id -> !id.isEmpty()),
                Optional.of(text(render, "captions_srt_asset_id")).filter(id -> !id.isEmpty()),
                Duration.ofMillis(render.path("duration_ms").asLong(0)),
                render.path("width").asInt(0),
                render.path("height").asInt(0),
                render.path("bytes").asLong(0)));
    }

    private static Optional<Duration> millis(JsonNode node) {
        return node.isNumber() ? Optional.of(Duration.ofMillis(node.asLong())) : Optional.empty();
    }

    /** Empty for a missing field and for null. */
    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? "" : value.asString("");
    }
}
