import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** The range of ids that begin with a prefix, so that looking one up uses the primary key's index. */
export function idRange(prefix: string): { from: string; to: string } {
  return { from: prefix, to: `${prefix}\u{10ffff}` };
}

/** The condition that a column begins with a prefix. */
export function beginsWith(column: string, prefix: string): RawBuilder<SqlBool> {
  const { from, to } = idRange(prefix);
  return sql`${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${to}`;
}
