package io.vimax.keypool.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void readsQuotedValuesWithSeparatorsQuotesAndLineBreaks() {
        List<Csv.Row> rows = Csv.read("a,b\r\n\"x, \"\"y\"\"\nz\",2\r\n3,\r\n", 10);

        assertThat(texts(rows)).containsExactly(List.of("a", "b"), List.of("x, \"y\"\nz", "2"), List.of("3", ""));
        assertThat(rows).extracting(Csv.Row::line).containsExactly(1, 2, 4);
        assertThat(rows.get(1).cells().get(1)).isEqualTo(new Draft.Cell("2", 3, 4));
    }

    @Test
    void takesTheSeparatorOfTheFirstLineAndSkipsAByteOrderMark() {
        assertThat(texts(Csv.read("\uFEFFa;b\n1,5;2", 10))).containsExactly(List.of("a", "b"), List.of("1,5", "2"));
        assertThat(texts(Csv.read("a\tb\n1\t2\n", 10))).containsExactly(List.of("a", "b"), List.of("1", "2"));
    }

    @Test
    void skipsEmptyLinesAndGoesOnAfterABrokenOne() {
        List<Csv.Row> rows = Csv.read("a,b\n\n  \n\"x\"y,2\n5,6", 10);

        assertThat(rows).extracting(Csv.Row::line).containsExactly(1, 4, 5);
        assertThat(rows.get(1).fault())
                .extracting(LineFault::code, LineFault::column)
                .containsExactly("text-after-quote", 4);
        assertThat(rows.get(2).fault()).isNull();
    }

    @Test
    void tellsWhereAQuotationMarkWasOpenedThatNobodyClosed() {
        List<Csv.Row> rows = Csv.read("a,b\n1,\"never\nends", 10);

        assertThat(rows.getLast().fault())
                .extracting(LineFault::line, LineFault::column, LineFault::code)
                .containsExactly(2, 3, "open-quote");
    }

    private static List<List<String>> texts(List<Csv.Row> rows) {
        return rows.stream()
                .map(row -> row.cells().stream().map(Draft.Cell::text).toList())
                .toList();
    }
}
