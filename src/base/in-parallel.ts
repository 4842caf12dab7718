/**
 * Does work for each entry of a list, beginning with the first, so many at a time. After a failure no other is
 * begun; those that are on their way come to their end.
 *
 * @param work is given the index of the entry, from 0
 * @returns what came of each, in the order of the list
 * @throws what failed first
 */
export async function inParallel<Entry, Result>(
  entries: readonly Entry[],
  concurrency: number,
  work: (entry: Entry, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const failures: unknown[] = [];
  const left = entries.entries();
  const workOff = async () => {
    for (const [index, entry] of left) {
      try {
        results[index] = await work(entry, index);
      } catch (error) {
        failures.push(error);
      }
      if (failures.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, entries.length) }, workOff));
  if (failures.length > 0) throw failures[0];
  return results;
}
