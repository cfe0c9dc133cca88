package io.vimax.editor.generation;

import io.vimax.editor.column.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads rows of the table {@code generation}. */
final class GenerationRows {

    private GenerationRows() {}

    static Generation read(ResultSet row, int number) throws SQLException {
        String code = row.getString("error_code");
        String decision = row.getString("decision");
        return new Generation(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "user_id"),
                Columns.uuid(row, "episode_id"),
                GenerationKind.of(row.getString("kind")),
                new Target(
                        TargetType.of(row.getString("target_type")),
                        Columns.uuid(row, "target_id"),
                        row.getString("target_label")),
                GenerationState.of(row.getString("state")),
                row.getString("input_hash"),
                row.getString("content_hash"),
                Columns.uuidOrNull(row, "source_asset_id"),
                row.getString("provider"),
                row.getString("model"),
                row.getLong("seed"),
                new Generation.Reported(
                        row.getString("stage"),
                        Columns.intOrNull(row, "stage_index"),
                        Columns.intOrNull(row, "stage_count"),
                        Columns.doubleOrNull(row, "progress"),
                        row.getString("progress_kind"),
                        Columns.intOrNull(row, "queue_position"),
                        Columns.longOrNull(row, "eta_p50_ms"),
                        Columns.longOrNull(row, "eta_p90_ms"),
                        row.getInt("eta_samples"),
                        row.getInt("attempt")),
                new Generation.Cost(
                        row.getLong("cost_estimated_micros"),
                        Columns.longOrNull(row, "cost_actual_micros"),
                        row.getLong("cost_possible_micros"),
                        row.getBoolean("cost_simulated")),
                row.getString("note"),
                row.getString("trace_id"),
                code == null
                        ? null
                        : new Generation.Failure(
                                code, row.getString("error_detail"), row.getBoolean("error_retryable")),
                decision == null
                        ? null
                        : new Generation.Resolution(
                                Decision.of(decision),
                                Columns.instant(row, "decided_at"),
                                Columns.uuidOrNull(row, "successor_id")),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "started_at"),
                Columns.instantOrNull(row, "finished_at"));
    }
}
