package io.vimax.bench.generation;

import io.vimax.standalone.supervise.Processes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * What a worker's process needs at a moment.
 *
 * @param heapMb used heap, garbage included, in megabytes
 * @param threads platform threads
 * @param memoryMb memory of the whole process, in megabytes
 */
record Gauges(double heapMb, int threads, double memoryMb) {

    private static final double MB = 1 << 20;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    static Gauges of(HttpClient http, int port, long pid) throws IOException, InterruptedException {
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                        .timeout(LONGEST)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new Gauges(
                sum(page.body(), "jvm_memory_used_bytes{area=\"heap\"") / MB,
                (int) sum(page.body(), "jvm_threads_live_threads"),
                Processes.memory(pid) / MB);
    }

    private static double sum(String page, String begin) {
        return page.lines()
                .filter(line -> line.startsWith(begin))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    Gauges most(Gauges other) {
        return new Gauges(
                Math.max(heapMb, other.heapMb), Math.max(threads, other.threads), Math.max(memoryMb, other.memoryMb));
    }
}
