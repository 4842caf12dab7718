import { type RawBuilder, sql } from 'kysely';
import type { MigrationDatabase } from './migration.js';

/** What a migration taken back would lose for good. */
export interface Loss {
  readonly table: string;
  /** The column whose values go; null for whole rows. */
  readonly column: string | null;
  readonly rows: number;
}

/** Rows, or values of a column, that an older schema has no place for. */
export interface Lost {
  readonly table: string;
  readonly column?: string;
  /** Which rows, where not all that have one; the table is called `t`. */
  readonly where?: RawBuilder<unknown>;
}

/** Counts what there is of it; what there is none of is left out. */
export async function countLosses(database: MigrationDatabase, lost: readonly Lost[]): Promise<Loss[]> {
  const losses: Loss[] = [];
  for (const { table, column, where } of lost) {
    const condition =
      where ?? (column === undefined ? sql`1 = 1` : sql`${sql.ref(`t.${column}`)} is not null`);
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table)} t where ${condition}
    `.execute(database);
    const count = Number(rows[0]?.count ?? 0);
    if (count > 0) losses.push({ table, column: column ?? null, rows: count });
  }
  return losses;
}
