package io.vimax.worker.provider.remote;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.WireCall;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How one protocol begins a clip and asks about it. Models go by the names that the provider knows. */
public interface ClipWire {

    /** Why the model cannot make it, in words for people; empty if nothing speaks against it. */
    Optional<String> objectionTo(String model, Work.Video video);

    /**
     * The call that begins it.
     *
     * @throws UnusablePicture if the keyframe cannot go along
     */
    WireCall begin(Job<Work.Video> job, Endpoint endpoint, String model);

    /** The job's id in the answer to that call; empty if there is none. */
    String idOf(JsonNode answer);

    WireCall question(Job<Work.Video> job, Endpoint endpoint, String jobId);

    View view(JsonNode answer);
}
