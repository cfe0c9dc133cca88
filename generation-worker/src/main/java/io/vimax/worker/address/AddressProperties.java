package io.vimax.worker.address;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param privateHosts hosts with their ports, such as {@code gateway.lan:8443}, that may be called although they are of this
 *     network, also without TLS
 */
@ConfigurationProperties("worker.address")
public record AddressProperties(@DefaultValue List<String> privateHosts) {}
