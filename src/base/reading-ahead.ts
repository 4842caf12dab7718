/**
 * Does work for one item after the other, while the next one is read already.
 *
 * @throws what the reading or the work throws first; nothing is under way any more then
 */
export async function readingAhead<Item>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let underWay = Promise.resolve();
  try {
    for await (const item of items) {
      await underWay;
      underWay = work(item);
      // It is waited for above or below; until then, nobody would have heard of its failure.
      underWay.catch(() => {});
    }
  } finally {
    await underWay;
  }
}
