import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { idRange } from './id-prefix.js';

/** The condition that a column begins with a prefix. */
export function beginsWith(column: string, prefix: string): RawBuilder<SqlBool> {
  const { from, to } = idRange(prefix);
  return sql`${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${to}`;
}
