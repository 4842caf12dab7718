import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import { beginsWith } from './begins-with.js';
import { notHidden } from './not-hidden.js';
import type { PromptFilter, PromptScope } from './prompt-store.js';
import type { Database, PromptsTable } from './schema.js';

/** The condition that a prompt, in a query that calls it `p`, passes a filter. */
export function passesFilter(filter: PromptFilter): Expression<SqlBool> {
  const eb = expressionBuilder<Database & { p: PromptsTable }, 'p'>();
  const { scope, category, kind, featureType, tag, label, isTemplate, namePrefix, isDeleted } = filter;
  const conditions: Expression<SqlBool>[] = [eb('p.deleted_at', isDeleted ? 'is not' : 'is', null)];
  if (scope !== undefined) conditions.push(eb(sql`coalesce(p.project_id, '')`, 'in', scopeKeys(scope)));
  if (filter.hidden !== undefined) conditions.push(notHidden('p.project_id', filter.hidden));
  if (category !== undefined) conditions.push(eb('p.category', '=', category));
  if (kind !== undefined) conditions.push(eb('p.kind', '=', kind));
  if (featureType !== undefined) conditions.push(eb('p.feature_type', '=', featureType));
  if (isTemplate !== undefined) conditions.push(eb('p.is_template', '=', isTemplate ? 1 : 0));
  if (namePrefix !== undefined) conditions.push(beginsWith('p.name', namePrefix));
  if (tag !== undefined) {
    const tagged = eb.selectFrom('prompt_tags').select('prompt_id').where('tag', '=', tag);
    conditions.push(eb('p.id', 'in', tagged));
  }
  if (label !== undefined) {
    const labelled = eb.selectFrom('prompt_labels').select('prompt_id').where('label', '=', label);
    conditions.push(eb('p.id', 'in', labelled));
  }
  return eb.and(conditions);
}

/** The values of `coalesce(project_id, '')` that a scope sees; the indexes are made over that expression. */
export function scopeKeys(scope: PromptScope): string[] {
  return scope === null ? [''] : [scope, ''];
}
