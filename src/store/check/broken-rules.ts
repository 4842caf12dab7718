import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { groupThousands } from '../../base/text/group-thousands.js';
import type { Database } from '../schema.js';

/** What rows of a table must not be. */
export interface RowRule {
  readonly table: string;
  /** Which rows break it, where the table is called `t`. */
  readonly where: RawBuilder<SqlBool>;
  /** What is wrong with them, of one or of several. */
  says(one: boolean): string;
}

/** A sentence for each rule that rows break. */
export async function brokenRules(database: Kysely<Database>, rules: readonly RowRule[]): Promise<string[]> {
  const findings: string[] = [];
  for (const rule of rules) {
    const count = await countOf(database, rule);
    if (count > 0) findings.push(`${rows(count)} of ${rule.table} ${rule.says(count === 1)}.`);
  }
  return findings;
}

async function countOf(database: Kysely<Database>, { table, where }: RowRule): Promise<number> {
  const { rows: found } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)} t where ${where}
  `.execute(database);
  return Number(found[0]?.count ?? 0);
}

function rows(count: number): string {
  return `${groupThousands(count)} row${count === 1 ? '' : 's'}`;
}
