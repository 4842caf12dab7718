import type { Kysely } from 'kysely';
import { capabilitiesOf } from './dialects/capabilities.js';
import { upkeepOf } from './dialects/upkeep.js';
import { StoreUnavailableError } from './errors.js';
import type { Database } from './schema.js';

/** Made by the first migration: where it is, the tables are ours, whatever became of the list of migrations. */
const OUR_TABLE = 'orchestration_sessions';
const MOST_NAMED = 3;

/**
 * That a file without a schema of ours is empty. It may be the database of another program, which is brought up to
 * date by no one but that: our tables would stand among its own.
 *
 * @throws StoreUnavailableError when it has tables, and they are not ours
 */
export async function requireOwnFile(database: Kysely<Database>, location: string): Promise<void> {
  if (!capabilitiesOf(database).upgradesItself) return;
  const tables = await (await upkeepOf(database)).tables(database);
  const names = tables.map(({ name }) => name).filter((name) => name !== 'schema_migrations');
  if (names.length === 0 || names.includes(OUR_TABLE)) return;
  const named = names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? ' and more' : '');
  throw new StoreUnavailableError(
    'STORE_OF_OTHERS',
    `The file ${location} is the database of another program: it has the tables ${named}.`,
    { hint: 'Name another file with --db, or none for the default; nothing was written into its tables.' },
  );
}
