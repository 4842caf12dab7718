import { type QueryExecutorProvider, sql } from 'kysely';
import type { ColumnType, SchemaDesign, TableDesign } from '../table-design.js';

/** The tables and indexes of a store, but for what search indexes make beneath; in the order of their names. */
export async function readSqliteDesign(
  database: QueryExecutorProvider,
): Promise<Pick<SchemaDesign, 'tables' | 'indexes'>> {
  const tables: TableDesign[] = [];
  for (const name of await tableNames(database)) tables.push(await tableDesign(database, name));
  return { tables, indexes: await indexNames(database) };
}

async function tableNames(database: QueryExecutorProvider): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'
    order by name
  `.execute(database);
  return rows.map(({ name }) => name);
}

async function tableDesign(database: QueryExecutorProvider, name: string): Promise<TableDesign> {
  const columns = await sql<{ name: string; type: string; pk: number }>`
    select name, lower(type) as type, pk from pragma_table_info(${name}) order by cid
  `.execute(database);
  const references = await sql<{ column: string; table: string; target: string }>`
    select "from" as "column", "table", "to" as target from pragma_foreign_key_list(${name}) order by id
  `.execute(database);
  const key = columns.rows.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  return {
    name,
    columns: columns.rows.map((column) => ({ name: column.name, type: columnType(column.type) })),
    key: (key.length === 0 ? columns.rows : key).map((column) => column.name),
    hasNullInKey: key.length === 0,
    references: references.rows.map(({ column, table, target }) => ({ column, table, target })),
  };
}

function columnType(type: string): ColumnType {
  return type === 'integer' || type === 'real' || type === 'blob' ? type : 'text';
}

async function indexNames(database: QueryExecutorProvider): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'index' and sql is not null order by name
  `.execute(database);
  return rows.map(({ name }) => name);
}
