import { sha256 } from '../../src/base/checksum.js';
import { checkStore } from '../../src/store/check/check-store.js';
import { currentSchema } from '../../src/store/current-schema.js';
import { openStoreAsItIs } from '../../src/store/open-store.js';
import { SCHEMA_VERSION } from '../../src/store/schema-version.js';
import { allRows } from '../fixtures/released-schema.js';

/** What a store is at a moment: two are the same when no row differs. */
export interface StoreSnapshot {
  readonly schema: number;
  /** Of all rows. */
  readonly digest: string;
  /** What `db check` finds, but that an older schema is one. */
  readonly findings: readonly string[];
}

export async function snapshotOf(db: string): Promise<StoreSnapshot> {
  const store = await openStoreAsItIs(db);
  try {
    const schema = await currentSchema(store.database);
    const digest = sha256(JSON.stringify(await allRows(store, schema), bytesAsHex));
    // A server may have been at the end of a change that nobody waits for any more.
    if ((await currentSchema(store.database)) !== schema) return await snapshotOf(db);
    const findings = await checkStore(store, () => {});
    const serious = findings.filter(({ check }) => check !== 'schema' || schema === SCHEMA_VERSION);
    return { schema, digest, findings: serious.map(({ says }) => says) };
  } finally {
    await store.close();
  }
}

function bytesAsHex(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
}
