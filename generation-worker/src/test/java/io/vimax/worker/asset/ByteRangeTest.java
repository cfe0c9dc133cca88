package io.vimax.worker.asset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none                        | 100 | whole
            ''                          | 100 | whole
            bytes=0-0                   | 100 | 0-0
            bytes=0-99                  | 100 | 0-99
            bytes=0-100                 | 100 | 0-99
            bytes=99-                   | 100 | 99-99
            bytes=100-                  | 100 | unsatisfiable
            bytes=100-200               | 100 | unsatisfiable
            bytes=-1                    | 100 | 99-99
            bytes=-100                  | 100 | 0-99
            bytes=-500                  | 100 | 0-99
            bytes=-0                    | 100 | unsatisfiable
            bytes=-                     | 100 | whole
            bytes=5-4                   | 100 | whole
            bytes=0-1,5-6               | 100 | whole
            items=0-1                   | 100 | whole
            BYTES=0-1                   | 100 | 0-1
            'bytes = 0 - 1 '            | 100 | 0-1
            bytes=a-b                   | 100 | whole
            bytes=0-999999999999999999  | 100 | 0-99
            bytes=0-9999999999999999999 | 100 | whole
            bytes=0-                    | 0   | unsatisfiable
            """)
    void readsWhatTheHeaderAsksFor(String header, long length, String expected) {
        assertThat(words(ByteRange.of(header, length))).isEqualTo(expected);
    }

    private static String words(ByteRange range) {
        return switch (range) {
            case ByteRange.Whole _ -> "whole";
            case ByteRange.Part(var first, var last) -> first + "-" + last;
            case ByteRange.Unsatisfiable _ -> "unsatisfiable";
        };
    }
}
