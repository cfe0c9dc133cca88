package io.vimax.keypool.usage;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report as a table (RFC 4180). */
final class UsageCsv {

    private static final String HEADER =
            "from,key_id,scope_id,service_type,model,request_count,success_count,error_count,errors,cost,currency,media_ms,"
                    + "mean_latency_ms,latency_p50_ms,latency_p95_ms\r\n";

    private UsageCsv() {}

    static String of(List<UsageRow> rows) {
        return HEADER
                + rows.stream()
                        .map(StatsRow::of)
                        .map(UsageCsv::line)
                        .collect(Collectors.joining("\r\n", "", rows.isEmpty() ? "" : "\r\n"));
    }

    private static String line(StatsRow row) {
        String errors = row.errors().entrySet().stream()
                .map((Map.Entry<String, Long> error) -> error.getKey() + "=" + error.getValue())
                .collect(Collectors.joining("; "));
        return Stream.<@Nullable Object>of(
                        row.from(),
                        row.keyId(),
                        row.scopeId(),
                        row.serviceType(),
                        row.model(),
                        row.requestCount(),
                        row.successCount(),
                        row.errorCount(),
                        errors,
                        row.cost().amount().toPlainString(),
                        row.cost().currency(),
                        row.mediaMs(),
                        row.meanLatencyMs(),
                        row.latencyP50Ms(),
                        row.latencyP95Ms())
                .map(UsageCsv::cell)
                .collect(Collectors.joining(","));
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
    private static String cell(@Nullable Object value) {
        String text = Objects.toString(value, "");
        if (!text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
