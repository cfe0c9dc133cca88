package io.vimax.worker.editor;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param url address of editor-service, without a path */
@Validated
@ConfigurationProperties("worker.editor")
record EditorProperties(
        @DefaultValue("http://127.0.0.1:8083") URI url) {}
