package io.vimax.editor.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ModelTest {

    @Test
    void costsNothingAheadWhereNobodyHasStatedAPrice() {
        Model model = JsonMapper.shared().readValue("""
                {"name": "veo3.1-fast", "category": "video", "provider": "yunwu", "gateway_id": "veo3.1-fast",
                 "price": {"unit": "unknown", "micros": null, "simulated": true}, "state": "active"}""", Model.class);

        assertThat(model.estimateMicros(8_000, 100)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"generation, 150000", "second, 750000", "character, 15000000", "token, 603750000", "fortnight, 150000"})
    void countsWhatItsPriceIsFor(String unit, long micros) {
        var model = new Model("m", "video", "yunwu", new Model.Price(unit, 150_000L, null), "active", null, null);

        assertThat(model.estimateMicros(5_000, 100)).isEqualTo(micros);
    }
}
