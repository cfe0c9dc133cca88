package io.vimax.worker.provider.yunwu;

import io.vimax.worker.provider.Credentials;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.ResultHosts;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url address where the key names none; mirrors are named by their keys
 * @param resultHosts hosts that the relay and the providers behind it link results at; its own is always one
 * @param aliases names of models in the catalogue that the relay knows by another one
 * @param watermark whether Seedream marks its pictures as made by a machine
 * @param voices voices for speakers whose voice the relay does not have
 */
@ConfigurationProperties("worker.remote.yunwu")
record YunwuProperties(
        @DefaultValue("https://yunwu.ai") String url,

        @DefaultValue({
            "*.yunwu.ai",
            "*.volces.com",
            "filesystem.site",
            "*.filesystem.site",
            "*.googleapis.com",
            "*.googleusercontent.com"
        })
        List<String> resultHosts,

        @DefaultValue Map<String, String> aliases,
        @DefaultValue("false") boolean watermark,

        @DefaultValue({"alloy", "ash", "coral", "echo", "fable", "nova", "onyx", "sage", "shimmer"})
        List<String> voices) {

    private static final String NANO_BANANA = "gemini-2.5-flash-image-preview";

    Endpoint endpoint(Credentials credentials) {
        return Endpoint.of(credentials, url);
    }

    ResultHosts resultHosts(Credentials credentials) {
        return ResultHosts.of(resultHosts, endpoint(credentials));
    }

    /** The relay's name of a model. */
    String gatewayModel(String model) {
        return aliases.getOrDefault(model, model.equals("nanobanana") ? NANO_BANANA : model);
    }
}
