package io.vimax.standalone.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.simulator.model.Catalogue;
import io.vimax.standalone.demo.FilmProvider;
import io.vimax.standalone.home.Home;
import io.vimax.standalone.secrets.Secrets;
import io.vimax.standalone.server.Kafka;
import io.vimax.standalone.server.Postgres;
import io.vimax.standalone.server.Redis;
import io.vimax.standalone.server.Registry;
import io.vimax.standalone.service.Environment;
import io.vimax.standalone.service.Service;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulationTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path folder;

    private final Simulation simulation = new Simulation(9_191);

    @Test
    void leadsEveryProviderOfAWorkerToTheSimulatorAndAllowsThatOnePrivateAddress() {
        Map<String, String> worker = simulation.variables(Service.WORKER);

        assertThat(worker)
                .containsEntry("VIMAX_PRIVATE_HOSTS", "127.0.0.1:9191")
                .containsEntry("WORKER_REMOTE_YUNWU_URL", "http://127.0.0.1:9191/yunwu")
                .containsEntry("WORKER_REMOTE_OPENAI_URL", "http://127.0.0.1:9191/openai");
    }

    @Test
    void keepsKeysOfRealProvidersOut() {
        Map<String, Integer> ports = new HashMap<>();
        for (Service service : Service.values()) {
            ports.put(service.title(), service.defaultPort());
        }
        for (String server : new String[] {Postgres.NAME, Redis.NAME, Kafka.NAME, Registry.NAME}) {
            ports.put(server, 1);
        }
        Home home = new Home(folder).create();
        Environment everyday = new Environment(home, new Secrets(home).create(), ports, 2);
        assertThat(System.getenv()).containsKey("VIMAX_KEYS_YUNWU");

        assertThat(everyday.of(Service.KEY_POOL, "key-pool-service")).containsKey("VIMAX_KEYS_YUNWU");
        assertThat(everyday.simulating(simulation::variables).of(Service.KEY_POOL, "key-pool-service"))
                .doesNotContainKey("VIMAX_KEYS_YUNWU")
                .containsKey("VIMAX_MASTER_KEY_FILE");
    }

    @Test
    void filmsWithAModelThatBeginsWithTheKeyframe() {
        assertThat(FilmProvider.SIMULATOR.models()).containsEntry("video", "veo3.1-fast");

        assertThat(Catalogue.standard()
                        .find("yunwu", "veo3.1-fast")
                        .orElseThrow()
                        .roles())
                .contains("first_frame");
    }

    @Test
    void tellsThePricesOfTheSimulatorAndItsModelsAsTheUsualOnes() {
        JsonNode configuration = JSON.readTree(
                        simulation.variables(Service.MODEL_CONFIG).get("SPRING_APPLICATION_JSON"))
                .path("model-config");

        FilmProvider.SIMULATOR.models().forEach((kind, model) -> {
            long micros =
                    Catalogue.standard().find("yunwu", model).orElseThrow().micros();
            assertThat(configuration.path("usual").path(kind).asString("")).isEqualTo(model);
            assertThat(configuration.path("simulated").path("prices").valueStream())
                    .anySatisfy(price -> {
                        assertThat(price.path("model").asString()).isEqualTo(model);
                        assertThat(price.path("micros").asLong())
                                .isEqualTo(micros)
                                .isPositive();
                    });
        });
    }

    @Test
    void givesTheSimulatorTheLimitsThatThePoolKeeps() {
        JsonNode accounts = JSON.readTree(Simulation.accountsFile()).path("accounts");

        assertThat(accounts.size()).isEqualTo(Simulation.accounts().size());
        for (int number = 0; number < accounts.size(); number++) {
            Simulation.Account account = Simulation.accounts().get(number);
            JsonNode limits = accounts.get(number).path("limits");
            assertThat(limits.get(0).path("max").asInt()).isEqualTo(account.perMinute());
            assertThat(limits.get(1).path("max").asInt()).isEqualTo(account.inFlight());
            assertThat(accounts.get(number).path("keys").size())
                    .isEqualTo(account.keys().size());
        }
    }
}
