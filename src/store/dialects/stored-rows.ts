import { type RawBuilder, sql } from 'kysely';
import type { TableDesign } from '../table-design.js';
import type { StoredRow, StoredValue } from './upkeep.js';

/** A row that the driver gave, as the values of a table's columns in their order. */
export function rowOf({ columns }: TableDesign, found: object): StoredRow {
  const values: Readonly<Record<string, StoredValue>> = Object(found);
  return columns.map(({ name }) => values[name] ?? null);
}

/** Rows in groups whose statements take no more parameters than this. */
export function* inGroups(rows: readonly StoredRow[], rowsEach: number): Generator<readonly StoredRow[]> {
  for (let from = 0; from < rows.length; from += rowsEach) yield rows.slice(from, from + rowsEach);
}

/** A name in SQL. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The order of a table's rows, the same in every database. */
export function keyOrder({ key, hasNullInKey }: TableDesign): RawBuilder<unknown> {
  // Said of a key that is never null, it would keep PostgreSQL from going along the key's index.
  const nulls = hasNullInKey ? sql` nulls first` : sql``;
  return sql.join(key.map((name) => sql`${sql.ref(name)}${nulls}`));
}
