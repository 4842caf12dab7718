/** What a list is sorted by, as stores know it. Cursors have times as numbers, which are shorter. */
export function placeAt(
  end: readonly [key: string | number, id: string] | undefined,
): readonly [key: string, id: string] | undefined {
  if (end === undefined) return undefined;
  const [key, id] = end;
  return [typeof key === 'number' ? new Date(key).toISOString() : key, id];
}
