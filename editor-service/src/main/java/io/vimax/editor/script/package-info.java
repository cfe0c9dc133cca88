/**
 * Scenes, shots and lines. A screenplay from a model is read strictly; an edit keeps what its ids name. What a person
 * takes out loses its number and keeps its results.
 */
@NullMarked
package io.vimax.editor.script;

import org.jspecify.annotations.NullMarked;
