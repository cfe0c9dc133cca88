package io.vimax.simulator.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All models. */
public record Catalogue(List<ModelCard> models) {

    private static final Catalogue STANDARD = read();

    public Catalogue {
        models = List.copyOf(models);
    }

    /** The models of {@code models.json} beside this class. */
    public static Catalogue standard() {
        return STANDARD;
    }

    /** The same with one more; a model of the same provider and name is replaced. */
    public Catalogue with(ModelCard card) {
        var more = new ArrayList<>(models);
        more.removeIf(
                each -> each.provider().equals(card.provider()) && each.name().equals(card.name()));
        more.add(card);
        return new Catalogue(more);
    }

    public Optional<ModelCard> find(String provider, String name) {
        return models.stream()
                .filter(card -> card.provider().equals(provider) && card.name().equals(name))
                .findFirst();
    }

    public List<ModelCard> of(String provider) {
        return models.stream().filter(card -> card.provider().equals(provider)).toList();
    }

    private static Catalogue read() {
        try (InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream("models.json"))) {
            JsonNode providers = JsonMapper.shared().readTree(in);
            var models = new ArrayList<ModelCard>();
            providers
                    .properties()
                    .forEach(provider ->
                            provider.getValue().forEach(model -> models.add(card(provider.getKey(), model))));
            return new Catalogue(models);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelCard card(String provider, JsonNode model) {
        return new ModelCard(
                provider,
                model.get("name").asString(),
                WorkKind.valueOf(model.get("kind").asString().toUpperCase(Locale.ROOT)),
                model.path("images").asInt(0),
                texts(model.path("roles")),
                StreamSupport.stream(model.path("seconds").spliterator(), false)
                        .map(JsonNode::asInt)
                        .toList(),
                texts(model.path("ratios")),
                model.get("micros").asLong());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
