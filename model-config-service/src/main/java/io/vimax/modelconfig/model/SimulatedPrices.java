package io.vimax.modelconfig.model;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Prices of an installation whose providers are played by the simulator: they take the place of the catalogue's, and say what they
 * are. Empty everywhere else.
 */
@ConfigurationProperties("model-config.simulated")
record SimulatedPrices(@DefaultValue List<Entry> prices) {

    /**
     * @param model what the provider calls it
     * @param micros millionths of a US dollar for one generation
     */
    record Entry(String provider, String model, long micros) {}

    Optional<Model.Price> of(String provider, String gatewayId) {
        return prices.stream()
                .filter(entry ->
                        entry.provider().equals(provider) && entry.model().equals(gatewayId))
                .findFirst()
                .map(entry -> new Model.Price("generation", entry.micros(), true));
    }
}
