package io.vimax.simulator.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Results by their id. Thread-safe. */
public final class Shelf {

    private final Map<String, ResultFile> files = new ConcurrentHashMap<>();

    /** Nothing if it lies there already: a job that is asked twice has one result. */
    public void put(ResultFile file) {
        files.putIfAbsent(file.id(), file);
    }

    public Optional<ResultFile> find(String id) {
        return Optional.ofNullable(files.get(id));
    }

    public void clear() {
        files.clear();
    }
}
