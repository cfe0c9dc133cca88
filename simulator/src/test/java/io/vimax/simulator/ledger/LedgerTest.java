package io.vimax.simulator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.simulator.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LedgerTest {

    private final SettableClock clock = new SettableClock("2026-11-25T10:00:00Z");
    private final Subject subject = new Subject("yunwu", "a", "a/1", "veo3.1-fast", "job-1", "", "a lighthouse");

    @Test
    void numbersEntriesWithoutGapsUnderManyThreads() throws Exception {
        var ledger = new Ledger(clock, null);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < 50; i++) {
                writers.add(threads.submit(() -> {
                    for (int j = 0; j < 100; j++) {
                        ledger.write(LedgerKind.CHARGED, subject, 3, "");
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }

        assertThat(ledger.entries())
                .extracting(LedgerEntry::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 5000).boxed().toList());
        assertThat(ledger.chargedMicros()).isEqualTo(15_000);
    }

    @Test
    void countsPollsThatItNoLongerLists() {
        var ledger = new Ledger(clock, null, 2);
        for (int i = 0; i < 5; i++) {
            ledger.write(LedgerKind.POLLED, subject, "");
        }
        ledger.write(LedgerKind.DOWNLOADED, subject, "");

        assertThat(ledger.count(LedgerKind.POLLED)).isEqualTo(5);
        assertThat(ledger.entries(LedgerKind.POLLED)).hasSize(2);
        assertThat(ledger.entries(LedgerKind.DOWNLOADED)).hasSize(1);
    }

    @Test
    void writesEachEntryAtOnceAsALineOfJson(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ledger.jsonl");
        Files.writeString(file, "{\"kept\":true}\n");
        try (var ledger = new Ledger(clock, file)) {
            ledger.write(LedgerKind.CHARGED, subject, 150_000, "for\none clip");

            List<String> lines = Files.readAllLines(file);
            assertThat(lines).hasSize(2);
            JsonNode line = JsonMapper.shared().readTree(lines.getLast());
            assertThat(line.get("kind").asString()).isEqualTo("charged");
            assertThat(line.get("at").asString()).isEqualTo("2026-11-25T10:00:00Z");
            assertThat(line.get("key").asString()).isEqualTo("a/1");
            assertThat(line.get("micros").asLong()).isEqualTo(150_000);
            assertThat(line.has("reference")).isFalse();
        }
    }
}
