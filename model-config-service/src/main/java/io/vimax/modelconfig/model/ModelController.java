package io.vimax.modelconfig.model;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ModelController {

    private final Models models;
    private final UsableKeys usableKeys;
    private final Clock clock;

    ModelController(Models models, UsableKeys usableKeys, Clock clock) {
        this.models = models;
        this.usableKeys = usableKeys;
        this.clock = clock;
    }

    /**
     * @param available whether it can be used now
     * @param reason why not, or null
     */
    record ModelView(
            String name,
            String category,
            String provider,
            String description,
            Map<String, Object> capabilities,
            Model.Price price,
            String state,
            @Nullable LocalDate deprecatedAt,
            @Nullable LocalDate shutdownAt,
            @Nullable String replacement,
            boolean available,
            @Nullable String reason) {}

    record ModelList(List<ModelView> items, @Nullable String nextCursor) {}

    /** What a service needs to know of one model. */
    record ModelFacts(
            String name,
            String category,
            String provider,
            String gatewayId,
            Map<String, Object> capabilities,
            Model.Price price,
            String state,
            @Nullable String replacement) {}

    @GetMapping("/api/v1/models/available")
    ModelList available(@RequestParam(required = false) @Nullable String category) {
        if (category != null && Category.named(category).isEmpty()) {
            throw new ModelException.UnknownCategory(category);
        }
        return new ModelList(
                models.listAll().stream()
                        .filter(model -> isOf(model, category))
                        .map(this::view)
                        .toList(),
                null);
    }

    /** @param category only a model of it will do, and a refusal names those that there are */
    @Hidden
    @GetMapping("/internal/models/{name}")
    ModelFacts facts(@PathVariable String name, @RequestParam(required = false) @Nullable String category) {
        Model model = models.find(name)
                .filter(found -> isOf(found, category))
                .orElseThrow(() -> new ModelException.Unknown(
                        name,
                        models.listAll().stream()
                                .filter(known -> isOf(known, category))
                                .map(Model::name)
                                .toList()));
        return new ModelFacts(
                model.name(),
                model.category().word(),
                model.provider(),
                model.gatewayId(),
                model.capabilities(),
                model.price(),
                model.stateOn(today()),
                model.replacement());
    }

    private static boolean isOf(Model model, @Nullable String category) {
        return category == null || model.category().word().equals(category);
    }

    private ModelView view(Model model) {
        String state = model.stateOn(today());
        String reason = state.equals("retired")
                ? "The provider has shut it down."
                : usableKeys.whyNone(model.provider()).orElse(null);
        return new ModelView(
                model.name(),
                model.category().word(),
                model.provider(),
                model.description(),
                model.capabilities(),
                model.price(),
                state,
                model.deprecatedAt(),
                model.shutdownAt(),
                model.replacement(),
                reason == null,
                reason);
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
