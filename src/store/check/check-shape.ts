import type { Kysely } from 'kysely';
import { capabilitiesOf } from '../dialects/capabilities.js';
import { upkeepOf } from '../dialects/upkeep.js';
import type { Database } from '../schema.js';
import type { SchemaDesign } from '../table-design.js';

/** What is missing of the tables, columns and indexes that a schema has, a sentence each. */
export async function checkShape(database: Kysely<Database>, design: SchemaDesign): Promise<string[]> {
  const upkeep = await upkeepOf(database);
  const found = new Map((await upkeep.tables(database)).map(({ name, columns }) => [name, columns]));
  const indexes = new Set(await upkeep.indexes(database));
  const missing = design.tables.filter(({ name }) => !found.has(name));
  return [
    ...missing.map(({ name }) => `The table ${name} is missing.`),
    ...design.tables.flatMap(({ name, columns }) => {
      const there = found.get(name);
      if (there === undefined) return [];
      return columns
        .filter((column) => !there.includes(column.name))
        .map((column) => `The column ${name}.${column.name} is missing.`);
    }),
    ...searchTables(database, design)
      .filter((name) => !found.has(name))
      .map((name) => `The search index ${name} is missing.`),
    ...design.indexes
      .filter((name) => !indexes.has(name))
      .map((name) => `The index ${name} is missing: what it is for takes long.`),
  ];
}

/** The search indexes that hang on the tables of a schema. */
export function searchTables(database: Kysely<Database>, { tables }: SchemaDesign): string[] {
  const { promptWords, promptParts, executionWords } = capabilitiesOf(database).search;
  const has = (name: string) => tables.some((table) => table.name === name);
  return [
    ...(has('prompt_search_entries') ? [promptWords.table, promptParts.table] : []),
    ...(has('execution_words_due') ? [executionWords.table] : []),
  ];
}
