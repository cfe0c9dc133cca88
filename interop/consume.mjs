// Prints the first COUNT records of a topic as JSON lines {"key","value"}, decoded by Confluent's own client.
//
//   node consume.mjs BROKER REGISTRY TOPIC COUNT
//
// BROKER is host:port, REGISTRY is http://host:port (its Confluent API is used). Gives up after SECONDS seconds.
// A call of the registry has a limit of its own and is repeated: one that hangs would hold up the whole group member.

import { randomUUID } from 'node:crypto'
import { AvroDeserializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry'
import { Kafka, logLevel } from 'kafkajs'
import { exactLongs, jsonLine } from './long.mjs'
import { patiently } from './patience.mjs'

const SECONDS = 60
const [broker, registry, topic, count] = process.argv.slice(2)
if (!count) {
  console.error('usage: node consume.mjs BROKER REGISTRY TOPIC COUNT')
  process.exit(2)
}

const client = new SchemaRegistryClient({ baseURLs: [`${registry}/apis/ccompat/v7`], createAxiosDefaults: { timeout: 5_000 } })
const deserializer = new AvroDeserializer(client, SerdeType.VALUE, { typeHook: exactLongs })
const kafka = new Kafka({ clientId: 'vimax-interop', brokers: [broker], logLevel: logLevel.ERROR })
const consumer = kafka.consumer({ groupId: `vimax-interop-${randomUUID()}` })

let left = Number(count)
let doing = 'joining the group'
const done = new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error(`${left} of ${count} records of ${topic} are missing after ${SECONDS} s, while ${doing}`)), SECONDS * 1000)
  consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error))
  consumer
    .connect()
    .then(() => consumer.subscribe({ topic, fromBeginning: true }))
    .then(() => (doing = 'waiting for records'))
    .then(() =>
      consumer.run({
        eachMessage: async ({ message }) => {
          if (left <= 0) return
          doing = 'asking the registry'
          const value = await patiently(() => deserializer.deserialize(topic, message.value))
          console.log(jsonLine({ key: message.key?.toString(), value }))
          doing = 'waiting for records'
          if (--left === 0) resolve()
        },
      }),
    )
    .catch(reject)
})

try {
  await done
  await consumer.disconnect()
  process.exit(0)
} catch (error) {
  console.error(error)
  process.exit(1)
}
