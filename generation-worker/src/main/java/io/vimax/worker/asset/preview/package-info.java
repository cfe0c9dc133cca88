/**
 * What a page shows of an asset before anybody opens it: a still of a film, a sheet of stills for the timeline, how loud a sound is.
 * Each is made once, when somebody first asks for it, by whichever replica claims it; two assets of the same content share it. It is
 * content like any other: stored by its hash, served with tag and ranges to the owner of the asset it shows.
 */
@NullMarked
package io.vimax.worker.asset.preview;

import org.jspecify.annotations.NullMarked;
