import { openStoreToRead } from '../../store/open-store.js';
import type { Store } from '../../store/store.js';

/**
 * Reads a store while a transaction has it for itself: a file by another connection.
 *
 * @returns null for a store in memory, which has no other
 */
export async function readHeld<Result>(
  store: Store,
  read: (reading: Store) => Promise<Result>,
): Promise<Result | null> {
  if (store.backupTo === null) return read(store);
  const reading = await openStoreToRead(store.location);
  if (reading === null) return null;
  try {
    return await read(reading);
  } finally {
    await reading.close();
  }
}
