/**
 * The real servers under the services: PostgreSQL, Kafka, Redis and the schema registry, each one process of ours on loopback with\n * its data in VIMAX_HOME, so that a server that dies comes back with everything it had acknowledged.
 */
@NullMarked
package io.vimax.standalone.server;

import org.jspecify.annotations.NullMarked;
