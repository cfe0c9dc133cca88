package io.vimax.gateway.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param streamLength about how many events a person's stream keeps
 * @param streamLife how long a stream lives after its last event
 * @param progressEvery shortest time between two progress frames of one generation on one socket
 * @param silence a client that says nothing for so long is gone
 * @param patience how long a slow client may take for one batch of frames
 * @param recheck how often a socket looks at its stream without being woken
 * @param redisAway after so long without Redis a client is sent away, so that it polls
 * @param socketsPerPerson most sockets of one person on one replica
 */
@ConfigurationProperties("gateway.live")
record LiveProperties(
        @DefaultValue("5000") int streamLength,
        @DefaultValue("1d") Duration streamLife,
        @DefaultValue("250ms") Duration progressEvery,
        @DefaultValue("75s") Duration silence,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("5s") Duration recheck,
        @DefaultValue("5s") Duration redisAway,
        @DefaultValue("20") int socketsPerPerson) {}
