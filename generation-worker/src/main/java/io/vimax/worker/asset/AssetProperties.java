package io.vimax.worker.asset;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param folder where files live; all replicas on one machine share it */
@Validated
@ConfigurationProperties("worker.asset")
record AssetProperties(@DefaultValue(".vimax/assets") Path folder) {}
