import { escapeIdentifier, type Pool } from 'pg';
import { APPLICATION, CONTRACT } from './contract.js';
import type { EngineDatabase } from './engine-database.js';
import { EngineFailedError, EngineRightsError } from './errors.js';
import type { Dbos } from './load-dbos.js';
import { LockSession } from './lock-session.js';
import { quietLog } from './quiet-log.js';

/** Several that make the tables at the same time would be in each other's way. */
const LAUNCH_LOCK = 'launch';

/** How the engine is set up, the same for all who use it. */
export interface EngineSetup {
  readonly database: EngineDatabase;
  readonly pool: Pool;
  readonly executor: string;
  readonly note: (message: string) => void;
}

/** Does what makes the tables or needs them whole: one at a time does so, of all that share them. */
export async function inLaunchTurn<Result>(
  database: EngineDatabase,
  work: () => Promise<Result>,
): Promise<Result> {
  const session = await LockSession.open(database);
  try {
    await session.take(LAUNCH_LOCK);
    return await work();
  } finally {
    await session.close();
  }
}

/**
 * Begins the engine: its tables are made or brought up to date first. To be done in a launch turn.
 *
 * @throws EngineRightsError, EngineFailedError
 */
export async function launchDbos(
  { DBOS }: Dbos,
  { database, pool, executor, note }: EngineSetup,
  listenQueues: readonly string[],
): Promise<void> {
  DBOS.setConfig({
    name: APPLICATION,
    systemDatabaseUrl: database.connectionString,
    systemDatabasePool: pool,
    systemDatabaseSchemaName: database.schema,
    applicationVersion: CONTRACT,
    executorID: executor,
    enableOTLP: false,
    tracingEnabled: false,
    listenQueues: [...listenQueues],
    logger: quietLog(note),
  });
  try {
    await DBOS.launch();
  } catch (error) {
    await DBOS.shutdown().catch(() => {});
    throw engineFault(error, database);
  }
}

/** Whether the tables are there; a login that may not look into the schema sees none. */
export async function hasTables(pool: Pool, { schema }: EngineDatabase): Promise<boolean> {
  const { rows } = await pool.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    `"${schema}".queues`,
  ]);
  return rows[0]?.there === true;
}

/** Lets a login put pieces in and take them out. It reaches ids only: what they stand for is held by the store's own rules. */
export async function grantTables(pool: Pool, { schema }: EngineDatabase, login: string): Promise<void> {
  const [place, role] = [escapeIdentifier(schema), escapeIdentifier(login)];
  for (const statement of [
    `grant usage on schema ${place} to ${role}`,
    `grant select, insert, update, delete on all tables in schema ${place} to ${role}`,
    `grant usage, select on all sequences in schema ${place} to ${role}`,
    `grant execute on all functions in schema ${place} to ${role}`,
    `alter default privileges in schema ${place} grant select, insert, update, delete on tables to ${role}`,
    `alter default privileges in schema ${place} grant execute on functions to ${role}`,
  ]) {
    await pool.query(statement);
  }
}

const INSUFFICIENT_PRIVILEGE = '42501';

/** What is wrong, in our words: most often it is the rights of the login. */
export function engineFault(error: unknown, { schema }: EngineDatabase): unknown {
  if (!(error instanceof Error)) return error;
  if (isAboutRights(error)) return new EngineRightsError(schema, { cause: error });
  return new EngineFailedError(error);
}

/** The engine wraps what the server says. */
function isAboutRights(error: Error): boolean {
  if ('code' in error && error.code === INSUFFICIENT_PRIVILEGE) return true;
  if (/permission denied|must be owner/.test(error.message)) return true;
  return error.cause instanceof Error && isAboutRights(error.cause);
}
