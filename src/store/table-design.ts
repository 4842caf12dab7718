import { systemClock } from '../base/clock.js';
import { readSqliteDesign } from './dialects/sqlite-design.js';
import { openStoreAsItIs } from './open-store.js';
import { migrateTo } from './schema-upgrade.js';

/** What a column holds, in the words of the migrations. */
export type ColumnType = 'text' | 'integer' | 'real' | 'blob';

export interface ColumnDesign {
  readonly name: string;
  readonly type: ColumnType;
}

/** A column whose values are those of a column of another table, or null. */
export interface Reference {
  readonly column: string;
  readonly table: string;
  readonly target: string;
}

/** A table as the migrations up to a schema make it, in whatever database. */
export interface TableDesign {
  readonly name: string;
  readonly columns: readonly ColumnDesign[];
  /** What its rows are told apart by, and their order. */
  readonly key: readonly string[];
  /** Whether a part of that can be null: then null comes first. */
  readonly hasNullInKey: boolean;
  readonly references: readonly Reference[];
}

export interface SchemaDesign {
  readonly schema: number;
  /** Every table that is no search index, each behind those that it refers to. */
  readonly tables: readonly TableDesign[];
  /** The names of the indexes that are made expressly. */
  readonly indexes: readonly string[];
}

/** What can be made again from the other tables, and the ledger of migrations, which a store has of its own. */
const derived: ReadonlySet<string> = new Set([
  'schema_migrations',
  'prompt_search_entries',
  'execution_words_due',
]);

/** The tables that hold what people gave and got: what is left of a store that all else can be made from. */
export function recordTables({ tables }: SchemaDesign): readonly TableDesign[] {
  return tables.filter(({ name }) => !derived.has(name));
}

const designs = new Map<number, Promise<SchemaDesign>>();

/**
 * How a schema is made, read from a store in memory that has gone through the migrations.
 *
 * @param schema a migration's number
 * @throws SchemaNumberError when there is no such number
 */
export function designOf(schema: number): Promise<SchemaDesign> {
  const known = designs.get(schema);
  if (known !== undefined) return known;
  const design = readDesign(schema);
  designs.set(schema, design);
  return design;
}

async function readDesign(schema: number): Promise<SchemaDesign> {
  const store = await openStoreAsItIs(':memory:');
  try {
    await migrateTo(store.database, store.location, schema, systemClock);
    const { tables, indexes } = await readSqliteDesign(store.database);
    return { schema, tables: inOrderOfReferences(tables), indexes };
  } finally {
    await store.close();
  }
}

function inOrderOfReferences(tables: readonly TableDesign[]): TableDesign[] {
  const placed: TableDesign[] = [];
  const isPlaced = (name: string) => placed.some((table) => table.name === name);
  for (let left = [...tables]; left.length > 0; left = left.filter(({ name }) => !isPlaced(name))) {
    const next = left.find(({ name, references }) =>
      references.every(({ table }) => table === name || isPlaced(table)),
    );
    if (next === undefined) throw new Error('the tables refer to each other in a circle');
    placed.push(next);
  }
  return placed;
}
