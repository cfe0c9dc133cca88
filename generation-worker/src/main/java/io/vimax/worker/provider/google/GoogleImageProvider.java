package io.vimax.worker.provider.google;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.gemini.GeminiPictures;
import io.vimax.worker.provider.port.ImageProvider;
import io.vimax.worker.provider.remote.AtOnce;
import io.vimax.worker.provider.remote.RemoteParts;
import io.vimax.worker.provider.remote.Reply;
import io.vimax.worker.provider.wire.ResultHosts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keyframes by Gemini's image models. */
@Component
class GoogleImageProvider extends AtOnce<Work.Image> implements ImageProvider {

    private final GoogleProperties properties;
    private final GeminiPictures gemini;

    GoogleImageProvider(RemoteParts parts, GoogleProperties properties) {
        super(parts);
        this.properties = properties;
        this.gemini = new GeminiPictures(parts, GoogleFailures.TABLE);
    }

    @Override
    public String name() {
        return "google";
    }

    @Override
    public Optional<String> objectionTo(String model, Work.Image image) {
        return model.startsWith("gemini-")
                ? GeminiPictures.objectionTo(model, image)
                : Optional.of("Of Google's image models those of Gemini can be used, and " + model + " is none.");
    }

    @Override
    protected Reply ask(Job<Work.Image> job) throws InterruptedException {
        return gemini.draw(job, properties.endpoint(job.credentials()), job.model());
    }

    @Override
    protected ResultHosts resultHosts(Job<Work.Image> job) {
        return properties.resultHosts(job.credentials());
    }
}
