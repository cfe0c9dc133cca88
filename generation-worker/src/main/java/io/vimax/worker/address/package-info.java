/**
 * Which addresses may be called. Keys, their addresses and links to results come from people and from providers, so nothing of
 * this network is called unless the configuration names it in so many words, and no key goes out without TLS.
 */
@NullMarked
package io.vimax.worker.address;

import org.jspecify.annotations.NullMarked;
