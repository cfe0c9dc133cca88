package io.vimax.editor.cast;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A character as the one who sits for portraits.
 *
 * @param wanted whether a portrait is made by itself before the shots that show the character
 * @param referenceAssetId the person's own picture, before every portrait; or null
 * @param pickedHash hash of the words that the character had when a person picked the portrait; or null
 */
public record Sitter(
        UUID id,
        String name,
        boolean wanted,
        @Nullable UUID referenceAssetId,
        @Nullable UUID selectedPortraitId,
        @Nullable String pickedHash) {

    /** The id of a character: the same name in the same episode is the same character, whatever the script is rewritten to. */
    public static UUID idOf(UUID episodeId, String name) {
        return UUID.nameUUIDFromBytes((episodeId + "/character/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
