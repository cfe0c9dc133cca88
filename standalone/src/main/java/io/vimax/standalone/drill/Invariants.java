package io.vimax.standalone.drill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What must hold after any crash: nothing is lost, nothing is done twice. */
public final class Invariants {
    private Invariants() {}

    /**
     * What a check came to.
     *
     * @param broken sentences about what does not hold
     * @param figures counts worth a line
     */
    public record Findings(List<String> broken, Map<String, Long> figures) {}

    /** From the document that the Studio shows. */
    public static Findings ofDocument(JsonNode document) {
        List<String> broken = new ArrayList<>();
        Map<String, Long> figures = new TreeMap<>();
        if (!document.path("state").asString("").equals("completed")) {
            broken.add("the episode is in state " + document.path("state").asString("?"));
        }
        if (document.path("render").path("film_asset_id").asString("").isEmpty()) {
            broken.add("there is no film");
        }
        long shots = 0;
        for (JsonNode scene : document.path("scenes")) {
            for (JsonNode shot : scene.path("shots")) {
                shots++;
                int takes = shot.path("takes").size();
                if (takes != 1) {
                    broken.add("shot " + shot.path("global_number").asInt(0) + " has " + takes + " takes");
                } else if (!shot.path("selected_take_id")
                        .asString("")
                        .equals(shot.path("takes").get(0).path("id").asString(""))) {
                    broken.add("shot " + shot.path("global_number").asInt(0) + " does not use its take");
                }
            }
        }
        if (shots == 0) {
            broken.add("there are no shots");
        }
        figures.put("shots", shots);
        figures.put("generations", (long) document.path("generations").size());
        broken.addAll(doubles(document.path("generations")));
        return new Findings(broken, figures);
    }

    /** Each thing was asked for once and came out once. */
    private static List<String> doubles(JsonNode generations) {
        List<String> broken = new ArrayList<>();
        Map<String, Integer> perTarget = new HashMap<>();
        for (JsonNode generation : generations) {
            String what = generation.path("kind").asString("") + " of "
                    + generation.path("target").path("type").asString("") + " "
                    + generation.path("target").path("label").asString("")
                    + " (" + generation.path("target").path("id").asString("") + ")";
            perTarget.merge(what, 1, Integer::sum);
            String state = generation.path("state").asString("");
            if (!state.equals("ready")) {
                broken.add(what + " is " + state);
            }
        }
        perTarget.forEach((what, count) -> {
            if (count > 1) {
                broken.add(what + " was asked for " + count + " times");
            }
        });
        return broken;
    }

    /**
     * From the worker's own tables: every generation of the episode is one task, every task one job of the provider, every job done
     * once. A job that a crash interrupted may have been started twice; it still has one id and one result.
     */
    public static Findings ofTasks(Connection generation, String episodeId, long expected) throws SQLException {
        List<String> broken = new ArrayList<>();
        Map<String, Long> figures = new TreeMap<>();
        try (PreparedStatement query = generation.prepareStatement("""
                SELECT count(*) AS tasks,
                       count(*) FILTER (WHERE t.state = 'SUCCEEDED') AS succeeded,
                       count(*) FILTER (WHERE t.attempt > 1) AS retried,
                       count(DISTINCT t.provider_job_id) AS jobs,
                       count(*) FILTER (WHERE j.job_id IS NOT NULL AND j.finished_at IS NULL) AS unfinished_jobs,
                       count(*) FILTER (WHERE j.started_count > 1) AS interrupted_jobs,
                       count(DISTINCT t.kind || t.target_id) AS targets
                FROM task t LEFT JOIN provider_job j ON j.job_id::text = t.provider_job_id
                WHERE t.episode_id = ?::uuid
                """)) {
            query.setString(1, episodeId);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                for (String name : List.of("tasks", "retried", "jobs", "interrupted_jobs")) {
                    figures.put(name, row.getLong(name));
                }
                long tasks = row.getLong("tasks");
                same(broken, "tasks", tasks, "generations of the episode", expected);
                same(broken, "succeeded tasks", row.getLong("succeeded"), "tasks", tasks);
                same(broken, "jobs of the provider", row.getLong("jobs"), "tasks", tasks);
                same(broken, "things asked for", row.getLong("targets"), "tasks", tasks);
                same(broken, "unfinished jobs", row.getLong("unfinished_jobs"), "allowed", 0);
            }
        }
        return new Findings(broken, figures);
    }

    private static void same(List<String> broken, String what, long count, String others, long expected) {
        if (count != expected) {
            broken.add(count + " " + what + ", but " + expected + " " + others);
        }
    }
}
