/**
 * One OpenAPI document for the whole API. The services' own documents ({@code docs/openapi}, written by their tests) are put into the
 * gateway's jar at build time; here they become one.
 */
@NullMarked
package io.vimax.gateway.document;

import org.jspecify.annotations.NullMarked;
