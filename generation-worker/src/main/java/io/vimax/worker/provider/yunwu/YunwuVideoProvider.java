package io.vimax.worker.provider.yunwu;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.ark.Seedance;
import io.vimax.worker.provider.remote.ClipJobs;
import io.vimax.worker.provider.remote.ClipWire;
import io.vimax.worker.provider.remote.JobWatch;
import io.vimax.worker.provider.remote.RemoteParts;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.ResultHosts;
import org.springframework.stereotype.Component;

/** Clips by the relay: in its unified form, and those of Seedance in the protocol of Ark, which it passes through. */
@Component
class YunwuVideoProvider extends ClipJobs {

    private final YunwuProperties properties;
    private final ClipWire unified;
    private final ClipWire seedance;

    YunwuVideoProvider(RemoteParts parts, JobWatch watch, YunwuProperties properties) {
        super(parts, watch, RelayFailures.TABLE);
        this.properties = properties;
        this.unified = new UnifiedClips(parts);
        this.seedance = new Seedance(parts, "/volc/v1", properties.watermark());
    }

    @Override
    public String name() {
        return "yunwu";
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
    protected String gatewayModel(String model) {
        return properties.gatewayModel(model);
    }

    @Override
    protected ClipWire wire(String model) {
        return model.contains("seedance") ? seedance : unified;
    }
}
