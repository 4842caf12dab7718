import { statSync } from 'node:fs';
import { upkeepOf } from '../../store/dialects/upkeep.js';
import type { Store } from '../../store/store.js';

/**
 * How much room a store takes, in bytes: a file with the log of changes that SQLite keeps beside it, or what a server
 * says.
 */
export async function storeSize({
  database,
  location,
}: Pick<Store, 'database' | 'location'>): Promise<number> {
  const file = sizeOf(location);
  if (file !== null) return file + (sizeOf(`${location}-wal`) ?? 0);
  const upkeep = await upkeepOf(database);
  return upkeep.sizeBytes(database);
}

function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null;
}
