import { currentSchema } from '../current-schema.js';
import { upkeepOf } from '../dialects/upkeep.js';
import { StoreTooNewError } from '../errors.js';
import { SCHEMA_VERSION } from '../schema-version.js';
import type { Store } from '../store.js';
import { designOf, type SchemaDesign } from '../table-design.js';
import { checkAudit } from './check-audit.js';
import { checkContents } from './check-contents.js';
import { checkReferences } from './check-references.js';
import { checkSearch } from './check-search.js';
import { checkSessions } from './check-sessions.js';
import { checkShape } from './check-shape.js';

/** What can be looked at in a store. */
export const storeChecks = [
  'integrity',
  'schema',
  'references',
  'contents',
  'sessions',
  'search',
  'audit',
] as const;
export type StoreCheck = (typeof storeChecks)[number];

/** Something that is wrong with a store, in a sentence. */
export interface StoreFinding {
  readonly check: StoreCheck;
  readonly says: string;
}

/**
 * Looks at a whole store for what is wrong with it; it changes nothing. What hangs on tables that are not there is not
 * looked at: that they are not there is told.
 *
 * @param begin is told of each check before it is made
 * @throws StoreTooNewError when a newer program wrote it
 */
export async function checkStore(store: Store, begin: (check: StoreCheck) => void): Promise<StoreFinding[]> {
  const findings: StoreFinding[] = [];
  const look = async (check: StoreCheck, work: () => Promise<readonly string[]>): Promise<boolean> => {
    begin(check);
    const found = await work();
    findings.push(...found.map((says) => ({ check, says })));
    return found.length === 0;
  };
  const isSound = await look('integrity', () => faultsOf(store));
  if (!isSound) return findings;
  const schema = await currentSchema(store.database);
  if (schema > SCHEMA_VERSION) throw new StoreTooNewError(store.location, schema, SCHEMA_VERSION);
  const design = await designOf(schema);
  const isComplete = await look('schema', () => checkShape(store.database, design));
  if (schema < SCHEMA_VERSION) findings.push(outdated(schema));
  if (!isComplete) return findings;
  await look('references', () => checkReferences(store.database, design));
  await look('contents', () => checkContents(store.database, design));
  await look('sessions', () => checkSessions(store.database, design));
  await look('search', () => checkSearch(store.database, design));
  if (isNewest(design)) await look('audit', () => checkAudit(store.audit));
  return findings;
}

async function faultsOf(store: Store): Promise<string[]> {
  const faults = await (await upkeepOf(store.database)).faults(store.database);
  return faults.map((fault) => (fault.endsWith('.') ? fault : `The store is damaged: ${fault}.`));
}

function outdated(schema: number): StoreFinding {
  const says = `The schema is at ${schema}, and this prompt-runner needs ${SCHEMA_VERSION}: prompt-runner db upgrade.`;
  return { check: 'schema', says };
}

/** The audit log is read by what knows the newest schema. */
function isNewest({ schema }: SchemaDesign): boolean {
  return schema === SCHEMA_VERSION;
}
