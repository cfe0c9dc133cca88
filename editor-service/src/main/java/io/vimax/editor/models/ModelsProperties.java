package io.vimax.editor.models;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param url where model-config-service answers
 * @param identity this service's private JWK, for its token
 * @param connectTimeout short, because an episode's lock may be held meanwhile
 * @param fresh how long an answer is used without asking again
 * @param pause how long the service is left alone after it did not answer
 * @param render name of the model that renders films
 * @param frames name of the model that takes frames out of clips
 */
@Validated
@ConfigurationProperties("models")
record ModelsProperties(
        @NotNull URI url,
        @NotNull Path identity,
        @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("1500ms") Duration readTimeout,
        @DefaultValue("30s") Duration fresh,
        @DefaultValue("3s") Duration pause,
        @DefaultValue("local-render") String render,
        @DefaultValue("local-storyboard") String frames) {}
