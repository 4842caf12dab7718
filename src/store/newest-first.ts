import { expressionBuilder, type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { ProjectId } from '../base/ids.js';
import { notHidden } from './not-hidden.js';
import { isBehind } from './page.js';
import type { Hidden } from './standing.js';

/** Which of what has a status and belongs to projects are meant: those that have all of this. */
export interface StatusFilter<Status extends string> {
  readonly status?: Status | undefined;
  readonly project?: ProjectId | undefined;
  /** Those are left out. */
  readonly hidden?: Hidden | undefined;
}

/** The condition that a row passes a filter. */
export function passesStatusFilter({ status, project, hidden }: StatusFilter<string>) {
  const conditions: RawBuilder<SqlBool>[] = [];
  if (status !== undefined) conditions.push(sql`status = ${status}`);
  if (project !== undefined) conditions.push(sql`project_id = ${project}`);
  if (hidden !== undefined) conditions.push(notHidden('project_id', hidden));
  return expressionBuilder().and(conditions);
}

/** A page of a list that begins with the newest. */
export interface NewestPage {
  readonly limit: number;
  /** The last one of the page before; the first page when it is left out. */
  readonly after?: { readonly id: string; readonly createdAt: Date } | undefined;
}

/**
 * Has a query give a page, the newest first.
 *
 * @example await database.selectFrom('batches').selectAll().$call(newestFirst({ limit: 20 })).execute();
 */
export function newestFirst({ limit, after }: NewestPage) {
  const isOlder = after && isBehind(['created_at', 'id'], 'desc', [after.createdAt.toISOString(), after.id]);
  return <Tables, Table extends keyof Tables, Row>(query: SelectQueryBuilder<Tables, Table, Row>) =>
    (isOlder === undefined ? query : query.where(isOlder))
      .orderBy(sql.ref('created_at'), 'desc')
      .orderBy(sql.ref('id'), 'desc')
      .limit(limit);
}
