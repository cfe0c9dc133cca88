package io.vimax.worker.provider.ark;

import io.vimax.worker.provider.Credentials;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.ResultHosts;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url address where the key names none
 * @param resultHosts hosts that Ark links results at; its own is always one
 * @param watermark whether pictures and clips are marked as made by a machine
 */
@ConfigurationProperties("worker.remote.ark")
record ArkProperties(
        @DefaultValue("https://ark.cn-beijing.volces.com") String url,

        @DefaultValue({"*.volces.com", "*.bytepluses.com", "*.byteplusapi.com"})
        List<String> resultHosts,

        @DefaultValue("false") boolean watermark) {

    static final String PREFIX = "/api/v3";

    /** Without the prefix, which people may write or not. */
    Endpoint endpoint(Credentials credentials) {
        Endpoint written = Endpoint.of(credentials, url);
        return written.root().endsWith(PREFIX)
                ? new Endpoint(written.root().substring(0, written.root().length() - PREFIX.length()), written.secret())
                : written;
    }

    ResultHosts resultHosts(Credentials credentials) {
        return ResultHosts.of(resultHosts, endpoint(credentials));
    }
}
