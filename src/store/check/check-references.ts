import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { groupThousands } from '../../base/text/group-thousands.js';
import type { Database } from '../schema.js';
import type { SchemaDesign } from '../table-design.js';

/** Rows that say of themselves that they belong to others, which are not there; a sentence for each kind. */
export async function checkReferences(database: Kysely<Database>, design: SchemaDesign): Promise<string[]> {
  const findings: string[] = [];
  for (const orphans of [...declaredOrphans(design), ...understoodOrphans(design)]) {
    const count = await countOf(database, orphans);
    if (count > 0) findings.push(`${rows(count)} of ${orphans.table} ${orphans.says(count === 1)}.`);
  }
  return findings;
}

interface Orphans {
  readonly table: string;
  /** Which rows of it, where it is called `t`. */
  readonly where: RawBuilder<SqlBool>;
  /** What is wrong with them, of one or of several. */
  says(one: boolean): string;
}

/** The databases keep these whole themselves, unless somebody told them not to. */
function declaredOrphans({ tables }: SchemaDesign): Orphans[] {
  return tables.flatMap(({ name, references }) =>
    references.map(({ column, table, target }) => ({
      table: name,
      where: sql<SqlBool>`${sql.ref(`t.${column}`)} is not null and not exists (
        select 1 from ${sql.table(table)} r where ${sql.ref(`r.${target}`)} = ${sql.ref(`t.${column}`)}
      )`,
      says: (one: boolean) => `${one ? 'belongs' : 'belong'} to ${table} that are not there (${column})`,
    })),
  );
}

/** What no key of a database says. */
function understoodOrphans({ tables }: SchemaDesign): Orphans[] {
  if (!tables.some(({ name }) => name === 'prompts')) return [];
  return [
    {
      table: 'prompts',
      where: sql`not exists (select 1 from prompt_versions v where v.prompt_id = t.id and v.number = t.latest)`,
      says: (one) => `${one ? 'has' : 'have'} no newest version`,
    },
    {
      table: 'prompt_labels',
      where: sql`not exists (
        select 1 from prompt_versions v where v.prompt_id = t.prompt_id and v.number = t.version
      )`,
      says: (one) => `${one ? 'points' : 'point'} to versions that are not there`,
    },
  ];
}

async function countOf(database: Kysely<Database>, { table, where }: Orphans): Promise<number> {
  const { rows: found } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)} t where ${where}
  `.execute(database);
  return Number(found[0]?.count ?? 0);
}

function rows(count: number): string {
  return `${groupThousands(count)} row${count === 1 ? '' : 's'}`;
}
