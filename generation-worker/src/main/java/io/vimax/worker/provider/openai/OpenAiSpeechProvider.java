package io.vimax.worker.provider.openai;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.port.SpeechProvider;
import io.vimax.worker.provider.remote.AtOnce;
import io.vimax.worker.provider.remote.RemoteParts;
import io.vimax.worker.provider.remote.Reply;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.ResultHosts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lines by any server with OpenAI's speech call. */
@Component
class OpenAiSpeechProvider extends AtOnce<Work.Speech> implements SpeechProvider {

    private final OpenAiProperties properties;
    private final SpeechCall speech;

    OpenAiSpeechProvider(RemoteParts parts, OpenAiProperties properties) {
        super(parts);
        this.properties = properties;
        this.speech = new SpeechCall(parts, OpenAiFailures.TABLE, properties.voices());
    }

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public Optional<String> objectionTo(String model, Work.Speech line) {
        return SpeechCall.objectionTo(model, line);
    }

    @Override
    protected Reply ask(Job<Work.Speech> job) throws InterruptedException {
        return speech.speak(job, Endpoint.of(job.credentials(), properties.url()), job.model());
    }

    @Override
    protected ResultHosts resultHosts(Job<Work.Speech> job) {
        return ResultHosts.of(properties.resultHosts(), Endpoint.of(job.credentials(), properties.url()));
    }
}
