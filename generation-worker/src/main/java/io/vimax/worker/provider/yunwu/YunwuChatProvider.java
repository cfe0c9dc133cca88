package io.vimax.worker.provider.yunwu;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.openai.ChatCompletions;
import io.vimax.worker.provider.port.ChatProvider;
import io.vimax.worker.provider.remote.AtOnce;
import io.vimax.worker.provider.remote.RemoteParts;
import io.vimax.worker.provider.remote.Reply;
import io.vimax.worker.provider.wire.ResultHosts;
import org.springframework.stereotype.Component;

/** Screenplays by the relay. */
@Component
class YunwuChatProvider extends AtOnce<Work.Chat> implements ChatProvider {

    private final YunwuProperties properties;
    private final ChatCompletions completions;

    YunwuChatProvider(RemoteParts parts, YunwuProperties properties) {
        super(parts);
        this.properties = properties;
        this.completions = new ChatCompletions(parts, RelayFailures.TABLE);
    }

    @Override
    public String name() {
        return "yunwu";
    }

    @Override
    protected Reply ask(Job<Work.Chat> job) throws InterruptedException {
        return completions.screenplay(
                job, properties.endpoint(job.credentials()), properties.gatewayModel(job.model()));
    }

    @Override
    protected ResultHosts resultHosts(Job<Work.Chat> job) {
        return properties.resultHosts(job.credentials());
    }
}
