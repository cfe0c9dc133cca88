package io.vimax.standalone.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    Path folder;

    private String cause(String log) throws IOException {
        return LogTail.cause(Files.writeString(folder.resolve("part.log"), log));
    }

    @Test
    void takesTheDescriptionOfAFailedStart() throws IOException {
        assertThat(cause(
                        "APPLICATION FAILED TO START\n\nDescription:\n\nPort 8080 is in use.\n\nAction:\n\nFree it.\n"))
                .isEqualTo("Port 8080 is in use.");
    }

    @Test
    void takesTheLastLineThatIsNoStackTrace() throws IOException {
        assertThat(cause("begin\njava.io.IOException: disk full\n\tat a.B.c(B.java:1)\n\t... 3 more\n"))
                .isEqualTo("java.io.IOException: disk full");
        assertThat(LogTail.cause(folder.resolve("none.log"))).isEqualTo("it said nothing");
    }
}
