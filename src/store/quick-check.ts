import type { Kysely } from 'kysely';
import { upkeepOf } from './dialects/upkeep.js';
import type { Database } from './schema.js';

/** What a database finds wrong with how it is stored; nothing when it is sound. Of a file, it reads all. */
export async function quickCheck(database: Kysely<Database>): Promise<readonly string[]> {
  return (await upkeepOf(database)).quickFaults(database);
}
