package io.vimax.standalone.supervise;

import io.vimax.standalone.home.Atomically;
import io.vimax.standalone.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the state of a system; always a whole document. */
public final class StateFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    public StateFile(Home home) {
        this.file = home.run().resolve("state.json");
    }

    public Optional<SystemState> read() {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), SystemState.class));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (JacksonException _) {
            // written by another version: nothing in it can be trusted to name a process
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void write(SystemState state) {
        try {
            Atomically.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(state) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
