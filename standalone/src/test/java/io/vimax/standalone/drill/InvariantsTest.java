package io.vimax.standalone.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class InvariantsTest {
    private static final String WHOLE = """
            {"state":"completed","render":{"film_asset_id":"f"},
             "scenes":[{"shots":[{"global_number":1,"selected_take_id":"t1","takes":[{"id":"t1"}]}]}],
             "generations":[{"kind":"image","target":{"type":"shot","id":"s1","label":"Shot 1"},"state":"ready"},
                            {"kind":"video","target":{"type":"shot","id":"s1","label":"Shot 1"},"state":"ready"}]}
            """;

    private static Invariants.Findings check(String document) {
        return Invariants.ofDocument(JsonMapper.builder().build().readTree(document));
    }

    @Test
    void findsNothingInAFilmThatIsWhole() {
        assertThat(check(WHOLE).broken()).isEmpty();
        assertThat(check(WHOLE).figures()).containsEntry("shots", 1L).containsEntry("generations", 2L);
    }

    @Test
    void findsAShotThatWasTakenTwice() {
        assertThat(check(WHOLE.replace("[{\"id\":\"t1\"}]", "[{\"id\":\"t1\"},{\"id\":\"t2\"}]"))
                        .broken())
                .containsExactly("shot 1 has 2 takes");
    }

    @Test
    void findsWorkThatWasAskedForTwice() {
        assertThat(check(WHOLE.replace("\"video\"", "\"image\"")).broken())
                .containsExactly("image of shot Shot 1 (s1) was asked for 2 times");
    }

    @Test
    void findsAFilmThatIsMissing() {
        assertThat(check(WHOLE.replace("completed", "timeline_editing").replace("\"f\"", "null"))
                        .broken())
                .containsExactly("the episode is in state timeline_editing", "there is no film");
    }
}
