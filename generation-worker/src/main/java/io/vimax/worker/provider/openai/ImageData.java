package io.vimax.worker.provider.openai;

import io.vimax.worker.provider.Product.Role;
import io.vimax.worker.provider.remote.Result;
import io.vimax.worker.provider.wire.StrictJson;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The {@code data} of an image answer: each picture in Base64 or behind a link. */
public final class ImageData {

    private ImageData() {}

    /** Empty if there is no such list at all. */
    public static Optional<Result> read(JsonNode body) {
        JsonNode data = body.path("data");
        if (!data.isArray()) {
            return Optional.empty();
        }
        JsonNode picture = data.path(0);
        String link = StrictJson.text(picture, "url");
        if (!link.isEmpty()) {
            return Optional.of(new Result.Link(Role.KEYFRAME, link));
        }
        String base64 = StrictJson.text(picture, "b64_json");
        String reason = StrictJson.text(picture, "error.message");
        return Optional.of(
                base64.isEmpty()
                        ? new Result.Broke(
                                "The provider answered without a picture" + (reason.isEmpty() ? "." : ": " + reason))
                        : Result.picture(base64));
    }
}
