package io.vimax.bench.generation;

import io.vimax.standalone.home.Dist;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What every measurement of this package is given.
 *
 * @param folder for what the servers keep; each measurement empties it
 * @param quick whether it is only to show that it works, with figures that say little
 */
record Setting(Dist dist, Path folder, PrintStream out, Clock clock, boolean quick) {

    int either(int whole, int brief) {
        return quick ? brief : whole;
    }
}
