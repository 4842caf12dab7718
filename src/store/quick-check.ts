import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.js';

/** What SQLite finds wrong with a file's structure; nothing when it is sound. It reads the whole file. */
export async function quickCheck(database: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(20)`.execute(database);
  return rows.map(({ quick_check }) => quick_check).filter((finding) => finding !== 'ok');
}
