/**
 * The editor's view of generations: asked for, under way, finished. The worker does the work; the rows here say what the
 * person sees, and keep two equal requests from being under way at once.
 */
@NullMarked
package io.vimax.editor.generation;

import org.jspecify.annotations.NullMarked;
