package io.vimax.worker.provider.openai;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.port.ImageProvider;
import io.vimax.worker.provider.remote.AtOnce;
import io.vimax.worker.provider.remote.Pictures.Picture;
import io.vimax.worker.provider.remote.RemoteParts;
import io.vimax.worker.provider.remote.Reply;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.ResultHosts;
import io.vimax.worker.provider.wire.WireCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** Keyframes by {@code POST /v1/images/generations}, and with references by {@code /v1/images/edits}. */
@Component
class OpenAiImageProvider extends AtOnce<Work.Image> implements ImageProvider {

    private static final int MOST_REFERENCES = 16;
    private static final int LONGEST_PROMPT = 32_000;

    private final OpenAiProperties properties;

    OpenAiImageProvider(RemoteParts parts, OpenAiProperties properties) {
        super(parts);
        this.properties = properties;
    }

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public Optional<String> objectionTo(String model, Work.Image image) {
        int references = image.referenceAssetIds().size();
        if (references > MOST_REFERENCES) {
            return Optional.of(model + " takes at most " + MOST_REFERENCES + " reference pictures, and there are "
                    + references + ".");
        }
        return image.prompt().length() > LONGEST_PROMPT
                ? Optional.of("The description of the picture is longer than " + LONGEST_PROMPT + " characters.")
                : Optional.empty();
    }

    @Override
    protected Reply ask(Job<Work.Image> job) throws InterruptedException {
        Endpoint endpoint = Endpoint.of(job.credentials(), properties.url());
        List<Picture> references = parts().pictures().of(job.work().referenceAssetIds(), job.ownerId());
        WireCall call = references.isEmpty() ? generate(job, endpoint) : edit(job, endpoint, references);
        return Reply.ofJson(parts().client().send(call), OpenAiFailures.TABLE, ImageData::read);
    }

    private WireCall generate(Job<Work.Image> job, Endpoint endpoint) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("model", job.model())
                .put("prompt", job.work().prompt())
                .put("size", size(job.model(), job.work()))
                .put("n", 1);
        return WireCall.post(
                endpoint, endpoint.openAiBase() + "/images/generations", body, job.generationId(), longest());
    }

    private WireCall edit(Job<Work.Image> job, Endpoint endpoint, List<Picture> references) {
        var body = new MultipartBody()
                .field("model", job.model())
                .field("prompt", job.work().prompt())
                .field("size", size(job.model(), job.work()))
                .field("n", "1");
        // One file goes by the plain name, which every server knows; a list is OpenAI's own.
        String name = references.size() == 1 ? "image" : "image[]";
        references.forEach(picture -> body.picture(name, picture));
        return WireCall.post(
                endpoint,
                endpoint.openAiBase() + "/images/edits",
                body.contentType(),
                body.end(),
                job.generationId(),
                longest());
    }

    private Duration longest() {
        return parts().properties().longestWork();
    }

    /** OpenAI's own models have three sizes, of which the one of the same lie is taken; others take any. */
    private static String size(String model, Work.Image image) {
        if (!model.startsWith("gpt-image")) {
            return image.width() + "x" + image.height();
        }
        if (image.width() == image.height()) {
            return "1024x1024";
        }
        return image.width() > image.height() ? "1536x1024" : "1024x1536";
    }

    @Override
    protected ResultHosts resultHosts(Job<Work.Image> job) {
        return ResultHosts.of(properties.resultHosts(), Endpoint.of(job.credentials(), properties.url()));
    }
}
