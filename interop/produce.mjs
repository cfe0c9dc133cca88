// Sends records, one JSON line {"key","value"} each from standard input, encoded by Confluent's own client with the latest
// schema that the registry has for the topic.
//
//   node produce.mjs BROKER REGISTRY TOPIC < records.jsonl

import { AvroSerializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry'
import { Kafka, logLevel, Partitioners } from 'kafkajs'
import { patiently } from './patience.mjs'
import { text } from 'node:stream/consumers'

const [broker, registry, topic] = process.argv.slice(2)
if (!topic) {
  console.error('usage: node produce.mjs BROKER REGISTRY TOPIC < records.jsonl')
  process.exit(2)
}

const client = new SchemaRegistryClient({ baseURLs: [`${registry}/apis/ccompat/v7`], createAxiosDefaults: { timeout: 5_000 } })
const serializer = new AvroSerializer(client, SerdeType.VALUE, { autoRegisterSchemas: false, useLatestVersion: true })
const kafka = new Kafka({ clientId: 'vimax-interop', brokers: [broker], logLevel: logLevel.ERROR })
const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner })

const lines = (await text(process.stdin)).split('\n').filter((line) => line.trim() !== '')
await producer.connect()
for (const { key, value } of lines.map((line) => JSON.parse(line))) {
  await producer.send({ topic, acks: -1, messages: [{ key, value: await patiently(() => serializer.serialize(topic, value)) }] })
}
await producer.disconnect()
