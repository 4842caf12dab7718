import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Hidden } from './standing.js';

/**
 * The condition that a row is none of those that somebody may not touch.
 *
 * @param project the column with the row's project: `s.project_id`
 */
export function notHidden(project: string, { projects, global }: Hidden): RawBuilder<SqlBool> {
  const column = sql.ref(project);
  const among = sql`(${sql.join(projects.length === 0 ? [''] : projects)})`;
  return global ? sql`${column} not in ${among}` : sql`(${column} is null or ${column} not in ${among})`;
}
