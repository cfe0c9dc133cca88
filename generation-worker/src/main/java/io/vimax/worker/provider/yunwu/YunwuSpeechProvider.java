package io.vimax.worker.provider.yunwu;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.openai.SpeechCall;
import io.vimax.worker.provider.port.SpeechProvider;
import io.vimax.worker.provider.remote.AtOnce;
import io.vimax.worker.provider.remote.RemoteParts;
import io.vimax.worker.provider.remote.Reply;
import io.vimax.worker.provider.wire.ResultHosts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lines by the relay. */
@Component
class YunwuSpeechProvider extends AtOnce<Work.Speech> implements SpeechProvider {

    private final YunwuProperties properties;
    private final SpeechCall speech;

    YunwuSpeechProvider(RemoteParts parts, YunwuProperties properties) {
        super(parts);
        this.properties = properties;
        this.speech = new SpeechCall(parts, RelayFailures.TABLE, properties.voices());
    }

    @Override
    public String name() {
        return "yunwu";
    }

    @Override
    public Optional<String> objectionTo(String model, Work.Speech line) {
        return SpeechCall.objectionTo(model, line);
    }

    @Override
    protected Reply ask(Job<Work.Speech> job) throws InterruptedException {
        return speech.speak(job, properties.endpoint(job.credentials()), properties.gatewayModel(job.model()));
    }

    @Override
    protected ResultHosts resultHosts(Job<Work.Speech> job) {
        return properties.resultHosts(job.credentials());
    }
}
