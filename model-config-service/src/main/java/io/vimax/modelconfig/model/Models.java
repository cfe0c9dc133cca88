package io.vimax.modelconfig.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue. */
@Component
public class Models {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SimulatedPrices simulated;

    Models(JdbcClient jdbc, JsonMapper json, SimulatedPrices simulated) {
        this.jdbc = jdbc;
        this.json = json;
        this.simulated = simulated;
    }

    /** All active rows, local ones first. */
    public List<Model> listAll() {
        return jdbc.sql("select * from available_models where is_active order by category, provider <> 'local', name")
                .query(this::model)
                .list();
    }

    public Optional<Model> find(String name) {
        return jdbc.sql("select * from available_models where is_active and name = :name")
                .param("name", name)
                .query(this::model)
                .optional();
    }

    private Model model(ResultSet row, int number) throws SQLException {
        long micros = row.getLong("price_micros");
        Long price = row.wasNull() ? null : micros;
        String unit = row.getString("price_unit");
        return new Model(
                row.getString("name"),
                Category.valueOf(row.getString("category").toUpperCase(Locale.ROOT)),
                row.getString("provider"),
                row.getString("gateway_id"),
                row.getString("description"),
                json.readValue(row.getString("capabilities"), FACTS),
                simulated
                        .of(row.getString("provider"), row.getString("gateway_id"))
                        .orElseGet(() -> new Model.Price(unit, price, false)),
                row.getObject("deprecated_at", LocalDate.class),
                row.getObject("shutdown_at", LocalDate.class),
                row.getString("replacement"));
    }
}
