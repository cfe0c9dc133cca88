/**
 * How work is done by a provider on the network, whatever its wire: what its complaints mean, work whose answer comes with the
 * call, jobs that are asked about until they are over, and pictures that go along. What was paid for is written down before
 * anybody is told, because the worker may die at any point and the provider is paid once.
 */
@NullMarked
package io.vimax.worker.provider.remote;

import org.jspecify.annotations.NullMarked;
