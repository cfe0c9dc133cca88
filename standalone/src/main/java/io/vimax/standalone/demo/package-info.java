/**
 * An idea becomes a film with one command: order, follow, download.
 */
@NullMarked
package io.vimax.standalone.demo;

import org.jspecify.annotations.NullMarked;
