import avro from 'avsc'

/** An Avro long that keeps all 64 bits: JavaScript's own numbers are exact only up to 2^53. */
const long = avro.types.LongType.__with({
  fromBuffer: (buffer) => buffer.readBigInt64LE(),
  toBuffer: (value) => {
    const buffer = Buffer.alloc(8)
    buffer.writeBigInt64LE(value)
    return buffer
  },
  fromJSON: BigInt,
  toJSON: String,
  isValid: (value) => typeof value === 'bigint',
  compare: (a, b) => (a === b ? 0 : a < b ? -1 : 1),
})

/** Hook for the serdes: every long of a schema becomes a BigInt. */
export const exactLongs = (schema) => (schema === 'long' || schema?.type === 'long' ? long : undefined)

/** One line of JSON; a long that a JavaScript number cannot hold becomes a string of its digits. */
export const jsonLine = (record) =>
  JSON.stringify(record, (_, value) =>
    typeof value !== 'bigint' ? value : Number.isSafeInteger(Number(value)) ? Number(value) : value.toString(),
  )
