/** What the worker asks editor-service: which assets no episode uses. */
@NullMarked
package io.vimax.worker.editor;

import org.jspecify.annotations.NullMarked;
