package io.vimax.worker.provider.openai;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.port.ChatProvider;
import io.vimax.worker.provider.remote.AtOnce;
import io.vimax.worker.provider.remote.RemoteParts;
import io.vimax.worker.provider.remote.Reply;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.ResultHosts;
import org.springframework.stereotype.Component;

/** Screenplays by any server with chat completions. */
@Component
class OpenAiChatProvider extends AtOnce<Work.Chat> implements ChatProvider {

    private final OpenAiProperties properties;
    private final ChatCompletions completions;

    OpenAiChatProvider(RemoteParts parts, OpenAiProperties properties) {
        super(parts);
        this.properties = properties;
        this.completions = new ChatCompletions(parts, OpenAiFailures.TABLE);
    }

    @Override
    public String name() {
        return "openai";
    }

    @Override
    protected Reply ask(Job<Work.Chat> job) throws InterruptedException {
        return completions.screenplay(job, Endpoint.of(job.credentials(), properties.url()), job.model());
    }

    @Override
    protected ResultHosts resultHosts(Job<Work.Chat> job) {
        return ResultHosts.of(properties.resultHosts(), Endpoint.of(job.credentials(), properties.url()));
    }
}
