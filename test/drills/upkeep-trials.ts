import { join } from 'node:path';
import { systemClock } from '../../src/base/clock.js';
import { contentChecksum, contentSize } from '../../src/prompts/prompt-content.js';
import { writeArchive } from '../../src/store/archive/write-archive.js';
import { type StoredRow, upkeepOf } from '../../src/store/dialects/upkeep.js';
import { indexDue } from '../../src/store/execution-search-index.js';
import { openStoreAsItIs } from '../../src/store/open-store.js';
import { migrateTo } from '../../src/store/schema-upgrade.js';
import { SCHEMA_VERSION } from '../../src/store/schema-version.js';
import type { Store } from '../../src/store/store.js';
import { designOf, recordTables } from '../../src/store/table-design.js';
import { inTransaction } from '../../src/store/transaction.js';
import { loadReleased } from '../fixtures/released-schema.js';
import type { DrillPlace } from './drill-place.js';

/** A command that changes a whole store, and what it is tried on. */
export interface UpkeepTrial {
  readonly what: string;
  /** Brings the store to what it is before, whatever it was; the same every time. */
  prepare(db: string): Promise<void>;
  readonly words: readonly string[];
  /** The file that it makes, where that is all it does. */
  readonly makes?: string;
}

/** The schema whose search indexes are still to be made: the way up from it takes a while. */
const OLD_SCHEMA = 3;

/** @param folder for the archive that is restored and imported */
export async function upkeepTrials(folder: string, prompts: number): Promise<UpkeepTrial[]> {
  const archive = join(folder, 'archive.tar.gz');
  await inStore(join(folder, 'archived.db'), async (store) => {
    await loadMany(store, prompts);
    await writeArchive(store.database, { file: archive, at: systemClock.now() });
  });
  const old = (db: string) => inStore(db, (store) => loadOld(store, prompts));
  const newest = (db: string) => inStore(db, loadNewest);
  return [
    { what: 'upgrade', prepare: old, words: ['db', 'upgrade'] },
    {
      what: 'downgrade',
      prepare: (db) => inStore(db, (store) => loadMany(store, prompts)),
      words: ['db', 'downgrade', `${OLD_SCHEMA}`],
    },
    { what: 'restore', prepare: newest, words: ['db', 'restore', archive, '--yes'] },
    { what: 'import', prepare: newest, words: ['db', 'import', archive, '--replace', '--yes'] },
  ];
}

/**
 * Commands that read a whole store, or write it anew as it is.
 *
 * @param folder for what they make
 */
export function wholeStoreTrials(folder: string, prompts: number): UpkeepTrial[] {
  const prepare = (db: string) => inStore(db, (store) => loadMany(store, prompts));
  const [copy, archive] = [join(folder, 'copy.db'), join(folder, 'copy.tar.gz')];
  return [
    { what: 'backup', prepare, words: ['db', 'backup', copy], makes: copy },
    { what: 'export', prepare, words: ['db', 'export', archive, '--with-secrets'], makes: archive },
    { what: 'vacuum', prepare, words: ['db', 'vacuum'] },
  ];
}

async function inStore(db: DrillPlace['db'], work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStoreAsItIs(db);
  try {
    await move(store, 0);
    await work(store);
  } finally {
    await store.close();
  }
}

function move(store: Store, target: number) {
  return migrateTo(store.database, store.location, target, systemClock);
}

async function loadNewest(store: Store): Promise<void> {
  await loadReleased(store, SCHEMA_VERSION);
  await indexDue(store.database);
}

/** The same brought up to date. */
async function loadMany(store: Store, prompts: number): Promise<void> {
  await loadOld(store, prompts);
  await move(store, SCHEMA_VERSION);
}

/** A store as an older program left it, with so many prompts more. */
async function loadOld(store: Store, prompts: number): Promise<void> {
  await loadReleased(store, OLD_SCHEMA);
  const tables = recordTables(await designOf(OLD_SCHEMA));
  const upkeep = await upkeepOf(store.database);
  await inTransaction(store.database, ['store'], async (transaction) => {
    for (const [name, rowOf] of [
      ['prompts', promptRow],
      ['prompt_versions', versionRow],
    ] as const) {
      const table = tables.find((one) => one.name === name);
      if (table === undefined) throw new Error(`schema ${OLD_SCHEMA} has no table ${name}`);
      const rows = Array.from({ length: prompts }, (_, at): StoredRow => {
        const row = rowOf(at);
        return table.columns.map((column) => row[column.name] ?? null);
      });
      await upkeep.insert(transaction, table, rows);
    }
  });
}

const at = '2026-03-01T10:00:00.000Z';

function promptRow(number: number): Readonly<Record<string, string | number>> {
  return {
    id: promptId(number),
    name: `many/p${number}`,
    is_template: 0,
    in_force: 0,
    latest: 1,
    changes: 1,
    created_by: 'ada',
    created_at: at,
    updated_at: at,
  };
}

function versionRow(number: number): Readonly<Record<string, string | number>> {
  const content = {
    messages: [{ role: 'user', text: wordsOf(number) }],
    variables: [],
    settings: { model: null, parameters: {}, responseSchema: null },
  } as const;
  return {
    id: `v${numbered(number)}`,
    prompt_id: promptId(number),
    number: 1,
    author: 'ada',
    created_at: at,
    checksum: contentChecksum(content),
    size: contentSize(content),
    variables: JSON.stringify(content.variables),
    settings: JSON.stringify(content.settings),
    messages: JSON.stringify(content.messages),
  };
}

function promptId(number: number): string {
  return `t${numbered(number)}`;
}

function numbered(number: number): string {
  return String(number).padStart(12, '0');
}

/** A kilobyte of words that no other prompt has. */
function wordsOf(number: number): string {
  return Array.from({ length: 150 }, (_, word) => `w${(number * 7919 + word * 104729).toString(36)}`).join(
    ' ',
  );
}
