/** What is in memory of long texts at a time, in bytes; a longer one is alone there. */
export const BATCH_BYTES = 8_000_000;
/** Short ones are taken so many at a time. */
export const BATCH_ITEMS = 500;

/**
 * Cuts what has sizes into batches that are small enough to be in memory at once, in order. What is too large for
 * that by itself is a batch of its own.
 *
 * @param items the texts themselves, or what stands for them: their ids, with sizes that the database measured
 * @param bytesOf how large an item is, or what will be read of it
 * @example
 * for await (const batch of inBatches(measured, ({ bytes }) => bytes)) await readTexts(batch.map(({ id }) => id));
 */
export async function* inBatches<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  bytesOf: (item: Item) => number,
): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  let room = BATCH_BYTES;
  for await (const item of items) {
    const bytes = bytesOf(item);
    if (batch.length > 0 && (bytes > room || batch.length === BATCH_ITEMS)) {
      yield batch;
      batch = [];
      room = BATCH_BYTES;
    }
    batch.push(item);
    room -= bytes;
  }
  if (batch.length > 0) yield batch;
}
