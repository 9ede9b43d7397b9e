/** Bytes handed to the disk at once. A ZIP is mostly scraps of 30 to 150 bytes, and each write costs a few milliseconds. */
const BATCH = 2 * 1024 * 1024;

/** Joins the chunks of a stream into batches of at least `size` bytes, the last one excepted. */
export function inBatches(size = BATCH): TransformStream<Uint8Array, Uint8Array> {
  let parts: Uint8Array[] = [];
  let held = 0;
  const flush = (controller: TransformStreamDefaultController<Uint8Array>) => {
    if (held > 0) controller.enqueue(join(parts, held));
    parts = [];
    held = 0;
  };
  return new TransformStream({
    transform(chunk, controller) {
      parts.push(chunk);
      held += chunk.byteLength;
      if (held >= size) flush(controller);
    },
    flush,
  });
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  const joined = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.byteLength;
  }
  return joined;
}
