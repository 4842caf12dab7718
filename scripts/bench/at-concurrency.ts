/** Does numbered pieces of work, so many at a time. */
export async function atConcurrency(
  pieces: number,
  concurrency: number,
  work: (piece: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < pieces) await work(next++);
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
}
