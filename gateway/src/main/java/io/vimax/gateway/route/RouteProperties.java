package io.vimax.gateway.route;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param modelConfig address of model-config-service
 * @param conversation address of conversation-service
 * @param editor address of editor-service
 * @param keyPool address of key-pool-service
 * @param worker address of generation-worker, which serves the assets
 * @param largestBody largest request body; nothing larger is ever sent to us but by mistake
 * @param largestPicture largest picture that a person may bring along; generation-worker has the same limit
 */
@ConfigurationProperties("gateway.route")
record RouteProperties(
        URI modelConfig,
        URI conversation,
        URI editor,
        URI keyPool,
        URI worker,
        @DefaultValue("2MB") DataSize largestBody,
        @DefaultValue("10MB") DataSize largestPicture) {}
