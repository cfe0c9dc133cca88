/**
 * The client of model-config-service: which model makes what, and its price. The last known answer is used while that
 * service is away; an editor that never had one refuses to start a generation.
 */
@NullMarked
package io.vimax.editor.models;

import org.jspecify.annotations.NullMarked;
