import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema.js';
import type { SchemaDesign } from '../table-design.js';
import { brokenRules, type RowRule } from './broken-rules.js';

/** Rows that say of themselves that they belong to others, which are not there; a sentence for each kind. */
export function checkReferences(database: Kysely<Database>, design: SchemaDesign): Promise<string[]> {
  return brokenRules(database, [...declaredReferences(design), ...understoodReferences(design)]);
}

/** The databases keep these whole themselves, unless somebody told them not to. */
function declaredReferences({ tables }: SchemaDesign): RowRule[] {
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
function understoodReferences({ tables }: SchemaDesign): RowRule[] {
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
