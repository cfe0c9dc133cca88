package io.vimax.systemtests;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** What a client without Avro's logical types sees of a record; numbers as {@link BigDecimal} without trailing zeros. */
final class PlainJson {

    private static final long EXACT = 1L << 53;

    private PlainJson() {}

    /** Every field of a record, whatever is in it. */
    static Map<String, @Nullable Object> of(IndexedRecord record) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            fields.put(field.name(), value(record.get(field.pos())));
        }
        return fields;
    }

    /** The same form of what a JSON parser returned. */
    static @Nullable Object normal(@Nullable Object json) {
        return switch (json) {
            case null -> null;
            case Map<?, ?> object -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                object.forEach((name, value) -> fields.put(String.valueOf(name), normal(value)));
                yield fields;
            }
            case List<?> array -> {
                List<@Nullable Object> items = new ArrayList<>();
                array.forEach(item -> items.add(normal(item)));
                yield items;
            }
            case Number number -> number(new BigDecimal(number.toString()));
            default -> json;
        };
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case IndexedRecord record -> of(record);
            case List<?> items -> {
                List<@Nullable Object> plain = new ArrayList<>();
                items.forEach(item -> plain.add(value(item)));
                yield plain;
            }
            case UUID id -> id.toString();
            case Instant moment -> number(BigDecimal.valueOf(moment.toEpochMilli()));
            case Enum<?> word -> word.name();
            case Long number when number >= EXACT || number <= -EXACT -> number.toString();
            case Number number -> number(new BigDecimal(number.toString()));
            case Boolean flag -> flag;
            case CharSequence text -> text.toString();
            default -> throw new IllegalArgumentException("No plain form of " + value.getClass());
        };
    }

    private static BigDecimal number(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
}
