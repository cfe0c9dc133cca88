package io.vimax.worker.provider.google;

import io.vimax.worker.provider.Credentials;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.ResultHosts;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url address where the key names none
 * @param resultHosts hosts that results may lie at or be passed on to; its own is always one
 */
@ConfigurationProperties("worker.remote.google")
record GoogleProperties(
        @DefaultValue("https://generativelanguage.googleapis.com")
        String url,

        @DefaultValue({"*.googleapis.com", "*.googleusercontent.com"})
        List<String> resultHosts) {

    private static final String KEY_HEADER = "x-goog-api-key";

    Endpoint endpoint(Credentials credentials) {
        return Endpoint.of(credentials, url).withKeyIn(KEY_HEADER);
    }

    ResultHosts resultHosts(Credentials credentials) {
        return ResultHosts.of(resultHosts, endpoint(credentials));
    }
}
