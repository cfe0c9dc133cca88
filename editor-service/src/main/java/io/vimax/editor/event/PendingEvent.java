package io.vimax.editor.event;

/**
 * An event that waits in the outbox. The writer's schema lies beside the bytes, so that a row written before an upgrade can
 * still be read after it. Renaming this class orphans waiting rows.
 *
 * @param topic name of the topic
 * @param key key of the Kafka record
 * @param schema Avro schema in JSON that the bytes were written with
 * @param record Avro binary encoding in Base64
 */
record PendingEvent(String topic, String key, String schema, String record) {}
