package io.vimax.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever reads an event in another language has only its schema: it explains itself. */
class DocumentationTest {

    private static final Pattern TOPIC =
            Pattern.compile("vimax\\.(generation|scene|episode|conversation|key)\\.[a-z]+(-[a-z]+)*\\.v1");
    private static final Pattern UNIT_IN_NAME = Pattern.compile(".*_(ms|micros|db|lufs|dbtp)");
    private static final Pattern UNIT_IN_WORDS = Pattern.compile(
            "(?s).*\\b(milliseconds|seconds|pixels|bytes|frames per second|dBTP?|LUFS|millionths of a US dollar"
                    + "|from 1|0 to 1|1 to 60|0\\.5 to 2|how many|version|seed|grows with)\\b.*",
            Pattern.CASE_INSENSITIVE);

    static List<Topic<?>> topics() {
        return Topics.ALL;
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyTopicSaysWhoWritesAndReadsItByWhichKey(Topic<?> topic) {
        assertThat(topic.name()).matches(TOPIC);
        assertThat(topic.schema().getDoc()).contains("Keyed by " + topic.key());
        assertThat(topic.writers()).isNotEmpty();
        assertThat(topic.readers()).isNotEmpty();
        assertThat(topic.partitions()).isPositive();
        assertThat(topic.retention()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aRecordIsNamedLikeItsTopic(Topic<?> topic) {
        String camel =
                topic.schema().getName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);

        assertThat(ReleasedSchemas.shortName(topic)).endsWith(camel);
        assertThat(topic.schema().getNamespace()).matches("io\\.vimax\\.schemas\\.[a-z]+\\.v1");
        assertThat(topic.subject()).isEqualTo(topic.name() + "-value");
        assertThat(topic.deadLetterName()).isEqualTo(topic.name() + ".dlt");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyRecordCarriesWhatAConsumerNeedsToDropRepeats(Topic<?> topic) {
        assertThat(topic.schema().getFields().subList(0, 4).stream().map(Schema.Field::name))
                .containsExactly("event_id", "occurred_at", "user_id", "version");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyRecordEnumAndFieldIsExplained(Topic<?> topic) {
        List<String> silent = new ArrayList<>();
        for (Schema type : typesOf(topic.schema())) {
            if (isBlank(type.getDoc())) {
                silent.add(type.getName());
            }
            if (type.getType() == Schema.Type.RECORD) {
                type.getFields().stream()
                        .filter(field -> isBlank(field.doc()))
                        .forEach(field -> silent.add(type.getName() + "." + field.name()));
            }
        }

        assertThat(silent).as("without a doc comment in src/main/avro").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyNumberNamesItsUnit(Topic<?> topic) {
        List<String> bare = new ArrayList<>();
        for (Schema type : typesOf(topic.schema())) {
            if (type.getType() == Schema.Type.RECORD) {
                type.getFields().stream()
                        .filter(field -> isNumber(field.schema()))
                        .filter(field -> !UNIT_IN_NAME.matcher(field.name()).matches()
                                && !UNIT_IN_WORDS
                                        .matcher(String.valueOf(field.doc()))
                                        .matches())
                        .forEach(field -> bare.add(type.getName() + "." + field.name()));
            }
        }

        assertThat(bare).as("numbers without a unit in name or doc").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyEnumHasAWordForWhatAReaderDoesNotKnowYet(Topic<?> topic) {
        assertThat(typesOf(topic.schema()).stream().filter(type -> type.getType() == Schema.Type.ENUM))
                .allSatisfy(type ->
                        assertThat(type.getEnumDefault()).as(type.getName()).isEqualTo("UNKNOWN"));
    }

    @Test
    void noTwoTopicsShareANameOrARecord() {
        assertThat(Topics.ALL).extracting(Topic::name).doesNotHaveDuplicates();
        assertThat(Topics.ALL).extracting(Topic::type).doesNotHaveDuplicates();
        assertThat(Topics.ALL)
                .allSatisfy(topic -> assertThat(Topics.of(topic.type())).isSameAs(topic));
    }

    private static boolean isBlank(@org.jspecify.annotations.Nullable String words) {
        return words == null || words.isBlank();
    }

    private static boolean isNumber(Schema schema) {
        return switch (schema.getType()) {
            case INT, LONG, FLOAT, DOUBLE -> schema.getLogicalType() == null;
            case UNION -> schema.getTypes().stream().anyMatch(DocumentationTest::isNumber);
            default -> false;
        };
    }

    /** The record itself and every record and enum below it, once each. */
    private static List<Schema> typesOf(Schema schema) {
        Map<String, Schema> found = new LinkedHashMap<>();
        collect(schema, found);
        return List.copyOf(found.values());
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ENUM -> found.putIfAbsent(schema.getFullName(), schema);
            case ARRAY -> collect(schema.getElementType(), found);
            case UNION -> schema.getTypes().forEach(type -> collect(type, found));
            default -> {}
        }
    }
}
