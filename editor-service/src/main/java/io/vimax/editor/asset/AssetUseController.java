package io.vimax.editor.asset;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For services only. */
@RestController
@Hidden
class AssetUseController {

    private static final int MOST_IDS = 5_000;

    private final AssetUses uses;

    AssetUseController(AssetUses uses) {
        this.uses = uses;
    }

    record Question(@NotNull @Size(max = MOST_IDS) List<@NotNull UUID> assetIds) {}

    /** Names what may go and not what must stay: an answer that is cut short or misread throws away too little, never too much. */
    record Answer(List<UUID> unused) {}

    @PostMapping("/internal/assets/unused")
    Answer unused(@Valid @RequestBody Question question) {
        return new Answer(uses.unusedOf(question.assetIds()));
    }
}
