package io.vimax.keypool.intake;

import java.util.List;
import java.util.Map;

/**
 * A line as it was read: texts with their places, not judged yet.
 *
 * @param line where it begins, from 1
 * @param cells by field name; a field that is empty or left out is not here
 * @param faults what could not even be read
 */
record Draft(int line, Map<String, Cell> cells, List<LineFault> faults) {

    /** @param column character of the line at which it begins, from 1 */
    record Cell(String text, int line, int column) {}
}
