package io.vimax.worker.provider.ark;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.port.ImageProvider;
import io.vimax.worker.provider.remote.AtOnce;
import io.vimax.worker.provider.remote.RemoteParts;
import io.vimax.worker.provider.remote.Reply;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.ResultHosts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keyframes by Seedream at Ark. */
@Component
class ArkImageProvider extends AtOnce<Work.Image> implements ImageProvider {

    private final ArkProperties properties;
    private final Seedream seedream;

    ArkImageProvider(RemoteParts parts, ArkProperties properties) {
        super(parts);
        this.properties = properties;
        this.seedream = new Seedream(parts, ArkFailures.TABLE, properties.watermark());
    }

    @Override
    public String name() {
        return "ark";
    }

    @Override
    public Optional<String> objectionTo(String model, Work.Image image) {
        return Seedream.objectionTo(model, image);
    }

    @Override
    protected Reply ask(Job<Work.Image> job) throws InterruptedException {
        Endpoint endpoint = properties.endpoint(job.credentials());
        String address = endpoint.root() + ArkProperties.PREFIX + "/images/generations";
        return seedream.draw(job, endpoint, address, job.model());
    }

    @Override
    protected ResultHosts resultHosts(Job<Work.Image> job) {
        return properties.resultHosts(job.credentials());
    }
}
