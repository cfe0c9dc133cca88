package io.vimax.worker.provider.yunwu;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.ark.Seedream;
import io.vimax.worker.provider.gemini.GeminiPictures;
import io.vimax.worker.provider.port.ImageProvider;
import io.vimax.worker.provider.remote.AtOnce;
import io.vimax.worker.provider.remote.RemoteParts;
import io.vimax.worker.provider.remote.Reply;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.ResultHosts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keyframes by the relay: by Seedream or by Gemini, each in its own protocol. */
@Component
class YunwuImageProvider extends AtOnce<Work.Image> implements ImageProvider {

    private final YunwuProperties properties;
    private final Seedream seedream;
    private final GeminiPictures gemini;

    private enum Family {
        SEEDREAM,
        GEMINI,
        OTHER;

        static Family of(String model) {
            return model.contains("seedream") ? SEEDREAM : model.startsWith("gemini-") ? GEMINI : OTHER;
        }
    }

    YunwuImageProvider(RemoteParts parts, YunwuProperties properties) {
        super(parts);
        this.properties = properties;
        this.seedream = new Seedream(parts, RelayFailures.TABLE, properties.watermark());
        this.gemini = new GeminiPictures(parts, RelayFailures.TABLE);
    }

    @Override
    public String name() {
        return "yunwu";
    }

    @Override
    public Optional<String> objectionTo(String model, Work.Image image) {
        String gatewayModel = properties.gatewayModel(model);
        return switch (Family.of(gatewayModel)) {
            case SEEDREAM -> Seedream.objectionTo(gatewayModel, image);
            case GEMINI -> GeminiPictures.objectionTo(gatewayModel, image);
            case OTHER ->
                Optional.of("Of the relay's image models those of Seedream and of Gemini can be used, and " + model
                        + " is neither.");
        };
    }

    @Override
    protected Reply ask(Job<Work.Image> job) throws InterruptedException {
        Endpoint endpoint = properties.endpoint(job.credentials());
        String model = properties.gatewayModel(job.model());
        return switch (Family.of(model)) {
            case GEMINI -> gemini.draw(job, endpoint, model);
            case SEEDREAM, OTHER -> seedream.draw(job, endpoint, endpoint.root() + "/v1/images/generations", model);
        };
    }

    @Override
    protected ResultHosts resultHosts(Job<Work.Image> job) {
        return properties.resultHosts(job.credentials());
    }
}
