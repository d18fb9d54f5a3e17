import { createReadStream } from "node:fs";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** Bytes that are read at a time. */
const CHUNK = 1 << 20;

/** What a gzip file begins with, whatever it is called. */
const GZIP = Buffer.from([0x1f, 0x8b]);

/** A file, or what comes in, as bytes; unpacked where it is gzip. */
export async function* bytesOf(file: string | undefined, stdin: Readable): AsyncGenerator<Buffer> {
  const source = file === undefined ? stdin : createReadStream(file, { highWaterMark: CHUNK });
  const chunks: AsyncIterator<Buffer> = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const all = rejoined(first.value, chunks);
  yield* first.value.subarray(0, GZIP.length).equals(GZIP) ? unpacked(all) : all;
}

async function* rejoined(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let chunk = await rest.next(); !chunk.done; chunk = await rest.next()) yield chunk.value;
}

/** An error of the source or of the packing ends the iteration with it. */
const unpacked = (packed: AsyncIterable<Buffer>): AsyncIterable<Buffer> =>
  pipeline(packed, createGunzip({ chunkSize: CHUNK }), () => {});
