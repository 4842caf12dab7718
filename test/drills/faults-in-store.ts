import { checkStore } from '../../src/store/check/check-store.js';
import type { Store } from '../../src/store/store.js';

/** All that `db check` finds, in sentences; nothing when the store is sound. */
export async function faultsInStore(store: Store): Promise<string[]> {
  return (await checkStore(store, () => {})).map(({ says }) => says);
}
