/** Puts executions into an empty store by statements of its own, and tells how long it took, and its memory. */
import { performance } from 'node:perf_hooks';
import { CompiledQuery, type Kysely } from 'kysely';
import { systemClock } from '../../../src/base/clock.js';
import { capabilitiesOf } from '../../../src/store/dialects/capabilities.js';
import { openStore } from '../../../src/store/open-store.js';
import type { Database } from '../../../src/store/schema.js';
import { inTransaction } from '../../../src/store/transaction.js';
import { executionRow } from './execution-rows.js';

export interface ImportFigures {
  readonly milliseconds: number;
  /** At its highest, in megabytes. */
  readonly memory: number;
}

const MEGABYTE_IN_KIB = 1000;
const names = Object.keys(executionRow(1, 1));
const columns = names.join(', ');

/** How many rows at a time, and how: SQLite is quickest with values, a server with one value that has all. */
const pieces = {
  sqlite: {
    rows: 1000,
    insert: (rows: readonly Row[]) =>
      CompiledQuery.raw(
        `insert into executions (${columns}) values ${rows.map(() => `(${names.map(() => '?').join()})`).join()}`,
        rows.flatMap((row) => Object.values(row)),
      ),
  },
  postgres: {
    rows: 2000,
    insert: (rows: readonly Row[]) =>
      CompiledQuery.raw(
        `insert into executions (${columns}) select ${columns} from json_populate_recordset(null::executions, $1)`,
        [JSON.stringify(rows)],
      ),
  },
} as const;

type Row = ReturnType<typeof executionRow>;

const [location = '', count = ''] = process.argv.slice(2);
const store = await openStore(location, systemClock);
const start = performance.now();
await inTransaction(store.database, ['store'], (transaction) => fill(transaction, Number(count)));
const milliseconds = performance.now() - start;
await store.close();
const figures: ImportFigures = { milliseconds, memory: process.resourceUsage().maxRSS / MEGABYTE_IN_KIB };
console.log(JSON.stringify(figures));

async function fill(database: Kysely<Database>, most: number): Promise<void> {
  const { rows, insert } = pieces[capabilitiesOf(database).dialect];
  for (let from = 0; from < most; from += rows) {
    const length = Math.min(rows, most - from);
    const piece = Array.from({ length }, (_, at) => executionRow(from + at + 1, most));
    await database.executeQuery(insert(piece));
  }
}
