package io.vimax.worker.provider.openai;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url address where the key names none
 * @param resultHosts hosts that a gateway may link results at, such as {@code *.example.com}; its own is always one
 * @param voices voices for speakers whose voice the server does not have
 */
@ConfigurationProperties("worker.remote.openai")
record OpenAiProperties(
        @DefaultValue("https://api.openai.com") String url,

        @DefaultValue({"*.blob.core.windows.net", "*.oaiusercontent.com", "*.volces.com"})
        List<String> resultHosts,

        @DefaultValue({"alloy", "ash", "coral", "echo", "fable", "nova", "onyx", "sage", "shimmer"})
        List<String> voices) {}
