package io.vimax.schemas;

import java.time.Duration;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * A topic and the only record type it carries.
 *
 * @param name what Kafka calls it
 * @param type class of its records
 * @param schema the schema that is registered for it, as the generated class knows it
 * @param key what the record key is; records with the same key keep their order
 * @param partitions how many partitions a new installation creates
 * @param retention how long a record is kept
 * @param writers services that write it
 * @param readers services that read it
 */
public record Topic<T extends SpecificRecordBase>(
        String name,
        Class<T> type,
        Schema schema,
        String key,
        int partitions,
        Duration retention,
        List<String> writers,
        List<String> readers) {

    /** Where a consumer puts a record that it cannot process, with the cause in its headers. */
    public String deadLetterName() {
        return name + ".dlt";
    }

    /** The registry's name for the schema of the record values (Confluent's topic name strategy). */
    public String subject() {
        return name + "-value";
    }
}
