package io.vimax.editor.models;

import io.micrometer.observation.ObservationRegistry;
import io.vimax.editor.episode.Brief.ModelChoice;
import io.vimax.editor.generation.GenerationKind;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Which model makes what, and its price. Answers are used for half a minute; while model-config-service is away the last known
 * one is used, however old, and the service is left alone for a few seconds after every call that failed.
 */
@Component
public class ModelCatalogue {

    private static final Logger log = LoggerFactory.getLogger(ModelCatalogue.class);
    private static final String SERVICE = "model-config-service";
    private static final int MOST_KEPT = 10_000;

    private final RestClient http;
    private final ModelsProperties properties;
    private final Clock clock;
    private final Map<String, Answer<Model>> models = new ConcurrentHashMap<>();
    private final Map<UUID, Answer<ModelChoice>> preferences = new ConcurrentHashMap<>();
    private volatile Instant askAgain = Instant.MIN;

    ModelCatalogue(
            ModelsProperties properties,
            Clock clock,
            ObservationRegistry observations,
            @Value("${spring.application.name}") String self) {
        this.properties = properties;
        this.clock = clock;
        var tokens = new ServiceTokens(properties.identity(), self, SERVICE, clock);
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .build());
        requests.setReadTimeout(properties.readTimeout());
        this.http = RestClient.builder()
                .baseUrl(properties.url().toString())
                .requestFactory(requests)
                .observationRegistry(observations)
                .requestInitializer(request -> request.getHeaders().setBearerAuth(tokens.token()))
                .build();
    }

    private record Answer<T>(T value, Instant at) {}

    /**
     * The model that makes this kind: the episode's own choice, else the person's preference.
     *
     * @throws ModelsException if there is none of that name, or nothing is known
     */
    public Model choose(UUID userId, ModelChoice choice, GenerationKind kind) {
        String chosen = named(choice, kind);
        return getModel(chosen == null ? preferred(userId, kind) : chosen, kind);
    }

    /** The model that takes frames out of clips, on this installation itself. */
    public Model frameTaker() {
        return getModel(properties.frames(), GenerationKind.IMAGE);
    }

    /**
     * A model by name; a retired one's replacement where it has one.
     *
     * @throws ModelsException if there is none that makes this kind
     */
    public Model getModel(String name, GenerationKind kind) {
        Model model = findModel(name, kind);
        if (model.state().equals("retired") && model.replacement() != null) {
            model = findModel(model.replacement(), kind);
        }
        return model;
    }

    private String preferred(UUID userId, GenerationKind kind) {
        if (kind == GenerationKind.RENDER) {
            return properties.render();
        }
        ModelChoice preference = ask(preferences, userId, () -> {
            Preferences answer = http.get()
                    .uri("/internal/preferences/{user}", userId)
                    .retrieve()
                    .body(Preferences.class);
            return answer == null ? null : answer.choice();
        });
        String name = named(preference, kind);
        if (name == null) {
            throw new ModelsException.Unknown(kind.word(), "(no preference)", List.of());
        }
        return name;
    }

    private static @Nullable String named(ModelChoice choice, GenerationKind kind) {
        return switch (kind) {
            case CHAT -> choice.chat();
            case IMAGE -> choice.image();
            case VIDEO -> choice.video();
            case SPEECH -> choice.speech();
            case MUSIC -> choice.music();
            case RENDER -> null;
        };
    }

    private Model findModel(String name, GenerationKind kind) {
        try {
            return ask(
                    models,
                    kind.word() + "/" + name,
                    () -> http.get()
                            .uri("/internal/models/{name}?category={kind}", name, kind.word())
                            .retrieve()
                            .body(Model.class));
        } catch (HttpClientErrorException.NotFound e) {
            var problem = e.getResponseBodyAs(KnownModels.class);
            throw new ModelsException.Unknown(
                    kind.word(), name, problem == null || problem.known() == null ? List.of() : problem.known());
        }
    }

    /** The part of a problem body that names the models there are. */
    private record KnownModels(@Nullable List<String> known) {}

    /** Preferences may grow fields that the editor does not use, such as a fallback order. */
    private record Preferences(
            @Nullable String chat,
            @Nullable String image,
            @Nullable String video,
            @Nullable String speech,
            @Nullable String music) {
        ModelChoice choice() {
            return new ModelChoice(chat, image, video, speech, music);
        }
    }

    private <K, T> T ask(Map<K, Answer<T>> known, K key, Supplier<@Nullable T> call) {
        Answer<T> last = known.get(key);
        Instant now = clock.instant();
        if (last != null && last.at().plus(properties.fresh()).isAfter(now)) {
            return last.value();
        }
        if (now.isBefore(askAgain)) {
            return lastOr(last);
        }
        try {
            T value = call.get();
            if (value == null) {
                return lastOr(last);
            }
            if (known.size() >= MOST_KEPT) {
                known.clear();
            }
            known.put(key, new Answer<>(value, now));
            return value;
        } catch (HttpClientErrorException.NotFound e) {
            throw e;
        } catch (RestClientException | UncheckedIOException | IllegalStateException e) {
            // Also when this service's identity cannot be read: no call can be signed then, and an episode can wait for
            // it.
            log.warn("model-config-service cannot be asked: {}", e.getMessage());
            askAgain = clock.instant().plus(properties.pause());
            return lastOr(last);
        }
    }

    private static <T> T lastOr(@Nullable Answer<T> last) {
        if (last == null) {
            throw new ModelsException.Unavailable();
        }
        return last.value();
    }
}
