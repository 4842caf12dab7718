import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { systemClock } from '../../src/base/clock.js';
import { PromptRunnerError } from '../../src/base/errors.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { faultsInStore } from './faults-in-store.js';

/** All rows of a store's tables, by table. */
export type Contents = ReadonlyMap<string, readonly string[]>;

/** What became of a store whose file was damaged. Where every row is as it was, the damage is harmless. */
export type Examination =
  | { readonly is: 'as it was'; readonly contents: Contents; readonly says: string }
  /** Reading ended with an error that names file and backup. */
  | { readonly is: 'noticed'; readonly says: string }
  /** Other rows were read than were written. */
  | { readonly is: 'found by check' | 'unnoticed' | 'a fault'; readonly says: string };

/**
 * Opens a store, reads all that is in it, and compares that with what was.
 *
 * @param expected null for the store that it is compared with later
 */
export async function examineFile(file: string, expected: Contents | null): Promise<Examination> {
  const before = readFileSync(file);
  let store: Store | undefined;
  try {
    store = await openStore(file, systemClock);
    const contents = await readContents(store);
    if (expected === null) return { is: 'as it was', contents, says: '' };
    return await compare(store, contents, expected);
  } catch (error) {
    if (!readFileSync(file).equals(before)) return { is: 'a fault', says: 'the damaged file was changed' };
    return judge(error, file);
  } finally {
    await store?.close();
  }
}

async function readContents({ database }: Store): Promise<Contents> {
  const { rows: tables } = await sql<{ name: string }>`
    select name from pragma_table_list
    where schema = 'main' and type = 'table' and name not like 'sqlite_%' order by name
  `.execute(database);
  const contents = new Map<string, string[]>();
  for (const { name } of tables) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(database);
    contents.set(
      name,
      rows.map((row) => JSON.stringify(row)),
    );
  }
  return contents;
}

async function compare(store: Store, found: Contents, expected: Contents): Promise<Examination> {
  const changed = [...expected].filter(
    ([table, rows]) => JSON.stringify(found.get(table)) !== JSON.stringify(rows),
  );
  if (changed.length === 0) return { is: 'as it was', contents: found, says: '' };
  const says = changed.map(([table]) => table).join(', ');
  const [finding] = await faultsInStore(store);
  if (finding !== undefined) return { is: 'found by check', says: `${says}: ${finding}` };
  const isShort = changed.some(([table, rows]) => (found.get(table)?.length ?? 0) < rows.length);
  return isShort
    ? { is: 'a fault', says: `${says}: rows are missing without a word` }
    : { is: 'unnoticed', says };
}

function judge(error: unknown, file: string): Examination {
  const isClear =
    error instanceof PromptRunnerError &&
    error.code.startsWith('STORE_') &&
    error.message.includes(file) &&
    (error.code === 'STORE_TOO_NEW' || error.remedy.hint?.includes(`${file}.schema`));
  return { is: isClear ? 'noticed' : 'a fault', says: String(error) };
}
