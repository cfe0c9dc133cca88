package io.vimax.worker.check;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param longestAnswer how long a provider may take */
@ConfigurationProperties("worker.check")
record CheckProperties(@DefaultValue("10s") Duration longestAnswer) {}
