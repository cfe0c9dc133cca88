package io.vimax.worker.provider.ark;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.remote.ClipJobs;
import io.vimax.worker.provider.remote.ClipWire;
import io.vimax.worker.provider.remote.JobWatch;
import io.vimax.worker.provider.remote.RemoteParts;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.ResultHosts;
import org.springframework.stereotype.Component;

/** Clips by Seedance at Ark. */
@Component
class ArkVideoProvider extends ClipJobs {

    private final ArkProperties properties;
    private final ClipWire seedance;

    ArkVideoProvider(RemoteParts parts, JobWatch watch, ArkProperties properties) {
        super(parts, watch, ArkFailures.TABLE);
        this.properties = properties;
        this.seedance = new Seedance(parts, ArkProperties.PREFIX, properties.watermark());
    }

    @Override
    public String name() {
        return "ark";
    }

    @Override
    protected Endpoint endpoint(Job<Work.Video> job) {
        return properties.endpoint(job.credentials());
    }

    @Override
    protected ResultHosts resultHosts(Job<Work.Video> job) {
        return properties.resultHosts(job.credentials());
    }

    @Override
    protected ClipWire wire(String model) {
        return seedance;
    }
}
