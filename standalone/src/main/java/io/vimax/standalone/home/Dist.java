package io.vimax.standalone.home;

import io.vimax.standalone.console.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The built programs, as {@code ./vimax build} lays them out. A folder of a service is named by the content of its jar and never
 * changed once it is there: a new build does not pull the jars from under a running system.
 */
public record Dist(Path folder) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What the last complete build made.
     *
     * @param id changes when any program changes
     * @param services service name to the name of its folder below {@code services/}
     */
    public record Build(String id, Map<String, String> services) {}

    public Path postgresBinaries() {
        return folder.resolve("postgres");
    }

    public Path redisBinaries() {
        return folder.resolve("redis");
    }

    public Path kafka() {
        return folder.resolve("kafka");
    }

    public Path registry() {
        return folder.resolve("registry");
    }

    public Path services() {
        return folder.resolve("services");
    }

    public Path buildFile() {
        return folder.resolve("build.json");
    }

    public Build build() {
        try {
            return JSON.readValue(Files.readString(buildFile()), Build.class);
        } catch (IOException | JacksonException _) {
            throw Refusal.because("ViMax is not built completely; run './vimax build'.");
        }
    }

    public void write(Build build) throws IOException {
        Atomically.write(buildFile(), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(build) + "\n");
    }
}
