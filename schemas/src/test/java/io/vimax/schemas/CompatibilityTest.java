package io.vimax.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * FULL_TRANSITIVE, as the registry demands at run time: old readers read new records and new readers old ones, for every
 * released copy. {@code mvn -pl schemas test -Dvimax.release=true} freezes what changed since the last release.
 */
class CompatibilityTest {

    private static final ReleasedSchemas RELEASED = ReleasedSchemas.ofThisModule();

    @BeforeAll
    static void freezeWhatIsReleased() throws IOException {
        if (Boolean.getBoolean("vimax.release")) {
            for (Topic<?> topic : topics()) {
                assertThat(faults(topic.schema(), RELEASED.of(topic)))
                        .as("a breaking change of %s is a new topic, not a release", topic.name())
                        .isEmpty();
                RELEASED.release(topic);
            }
        }
    }

    static List<Topic<?>> topics() {
        return Topics.ALL;
    }

    @ParameterizedTest
    @MethodSource("topics")
    void readsAndIsReadByEveryReleasedCopy(Topic<?> topic) throws IOException {
        List<Schema> released = RELEASED.of(topic);

        assertThat(released).as("released copies of %s", topic.name()).isNotEmpty();
        assertThat(faults(topic.schema(), released)).isEmpty();
    }

    @Test
    void releasedCopiesStayAsTheyAre() throws IOException {
        assertThat(RELEASED.actualSums())
                .as("released files against released/CHECKSUMS; bring a changed file back, a change is a new number")
                .isEqualTo(RELEASED.listedSums());
    }

    @Test
    void refusesARemovedRequiredField() {
        Schema before =
                aTake().requiredString("label").requiredLong("duration_ms").endRecord();
        Schema after = aTake().requiredLong("duration_ms").endRecord();

        assertThat(faults(after, List.of(before))).singleElement().asString().contains("label");
    }

    @Test
    void refusesAnAddedRequiredField() {
        Schema before = aTake().requiredLong("duration_ms").endRecord();
        Schema after =
                aTake().requiredLong("duration_ms").requiredString("label").endRecord();

        assertThat(faults(after, List.of(before))).singleElement().asString().contains("label");
    }

    @Test
    void refusesAChangedType() {
        Schema before = aTake().requiredLong("duration_ms").endRecord();
        Schema after = aTake().requiredString("duration_ms").endRecord();

        assertThat(faults(after, List.of(before))).hasSize(2);
    }

    @Test
    void takesANewOptionalField() {
        Schema before = aTake().requiredLong("duration_ms").endRecord();
        Schema after =
                aTake().requiredLong("duration_ms").optionalString("label").endRecord();

        assertThat(faults(after, List.of(before))).isEmpty();
    }

    @Test
    void looksAtEveryReleaseNotOnlyTheLast() {
        Schema first = aTake().requiredString("label").endRecord();
        Schema second = aTake().optionalString("label").endRecord();
        Schema third = aTake().endRecord();

        assertThat(faults(third, List.of(second))).isEmpty();
        assertThat(faults(third, List.of(first, second))).isNotEmpty();
    }

    @Test
    void aReleaseAddsANumberOnlyWhenTheSchemaChanged(@TempDir java.nio.file.Path folder) throws IOException {
        var released = new ReleasedSchemas(folder);

        assertThat(released.release(Topics.KEY_RATE_LIMITED)).isTrue();
        assertThat(released.release(Topics.KEY_RATE_LIMITED)).isFalse();
        assertThat(released.of(Topics.KEY_RATE_LIMITED)).containsExactly(Topics.KEY_RATE_LIMITED.schema());
        assertThat(released.actualSums()).isEqualTo(released.listedSums()).containsOnlyKeys("key-rate-limited/1.avsc");

        java.nio.file.Files.writeString(
                folder.resolve("key-rate-limited/1.avsc"), "\n", java.nio.file.StandardOpenOption.APPEND);
        assertThat(released.actualSums()).isNotEqualTo(released.listedSums());
    }

    @Test
    void everyReleasedCopyBelongsToATopic() throws IOException {
        assumeThat(RELEASED.root()).isDirectory();
        try (Stream<java.nio.file.Path> folders = java.nio.file.Files.list(RELEASED.root())) {
            assertThat(folders.filter(java.nio.file.Files::isDirectory)
                            .map(folder -> String.valueOf(folder.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(
                            Topics.ALL.stream().map(ReleasedSchemas::shortName).toList());
        }
    }

    private static List<String> faults(Schema current, List<Schema> released) {
        return released.stream()
                .flatMap(old -> Stream.of(
                        SchemaCompatibility.checkReaderWriterCompatibility(current, old),
                        SchemaCompatibility.checkReaderWriterCompatibility(old, current)))
                .filter(pair -> pair.getType() != SchemaCompatibilityType.COMPATIBLE)
                .map(SchemaPairCompatibility::getResult)
                .map(result -> result.getIncompatibilities().toString())
                .toList();
    }

    private static SchemaBuilder.FieldAssembler<Schema> aTake() {
        return SchemaBuilder.record("Take").namespace("io.vimax.schemas.test").fields();
    }
}
