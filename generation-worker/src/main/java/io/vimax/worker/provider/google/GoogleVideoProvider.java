package io.vimax.worker.provider.google;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.remote.ClipJobs;
import io.vimax.worker.provider.remote.ClipWire;
import io.vimax.worker.provider.remote.JobWatch;
import io.vimax.worker.provider.remote.RemoteParts;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.ResultHosts;
import org.springframework.stereotype.Component;

/** Clips by Veo. A result is opened by a key of its project. */
@Component
class GoogleVideoProvider extends ClipJobs {

    private final GoogleProperties properties;
    private final ClipWire veo;

    GoogleVideoProvider(RemoteParts parts, JobWatch watch, GoogleProperties properties) {
        super(parts, watch, GoogleFailures.TABLE);
        this.properties = properties;
        this.veo = new VeoClips(parts);
    }

    @Override
    public String name() {
        return "google";
    }

    @Override
    protected Endpoint endpoint(Job<Work.Video> job) {
        return properties.endpoint(job.credentials());
    }

    @Override
    protected ResultHosts resultHosts(Job<Work.Video> job) {
        return properties.resultHosts(job.credentials()).openedBy(endpoint(job));
    }

    @Override
    protected ClipWire wire(String model) {
        return veo;
    }
}
