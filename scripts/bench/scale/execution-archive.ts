import { writeContents } from '../../../src/store/archive/write-contents.js';
import type { StoredRow, StoredValue } from '../../../src/store/dialects/upkeep.js';
import { SCHEMA_VERSION } from '../../../src/store/schema-version.js';
import type { TableDesign } from '../../../src/store/table-design.js';
import { executionRow, timeOf } from './execution-rows.js';

/** Writes an archive of a store that has so many executions, and nothing else. */
export async function writeExecutionArchive(file: string, count: number): Promise<void> {
  const rows = (table: TableDesign) => (table.name === 'executions' ? executions(table, count) : none());
  await writeContents({ schema: SCHEMA_VERSION, rows }, { file, at: timeOf(count) });
}

async function* executions({ columns }: TableDesign, count: number): AsyncGenerator<StoredRow> {
  for (let number = 1; number <= count; number++) {
    const row: Readonly<Record<string, StoredValue | undefined>> = { ...executionRow(number, count), number };
    yield columns.map(({ name }) => row[name] ?? null);
  }
}

async function* none(): AsyncGenerator<StoredRow> {}
