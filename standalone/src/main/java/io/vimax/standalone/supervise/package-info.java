/**
 * Starts processes in order, restarts what dies, and stops all of them. A part is restarted at once, then with growing pauses;\n * one that never comes up is given up and named. What runs is written to a state file by process id and start instant, so that a\n * later supervisor finds what a killed one left behind and never touches a foreign process.
 */
@NullMarked
package io.vimax.standalone.supervise;

import org.jspecify.annotations.NullMarked;
