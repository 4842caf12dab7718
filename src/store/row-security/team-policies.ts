import { added, type OwnerRule, ofPrompt, type TablePolicies } from './row-rules.js';

const ofLabels = ofPrompt('prompt_labels.prompt_id');
const ofMoves = ofPrompt('prompt_label_moves.prompt_id');

/**
 * What schema 7 says of tables, in the place of what was said before: everybody has sessions and projects in use of
 * one's own, and which labels are protected stands in the store.
 */
export const teamPolicies: Readonly<Record<string, TablePolicies>> = {
  active_choices: {
    // What was chosen before schema 7 is nobody's.
    select: `login in ('', session_user::text)`,
    insert: 'login = session_user::text',
    update: 'login = session_user::text',
    delete: `login in ('', session_user::text)`,
  },
  protected_labels: {
    select: 'true',
    insert: `(select global_permits('admin'))`,
    delete: `(select global_permits('admin'))`,
  },
  prompt_labels: {
    select: ofLabels('reader'),
    insert: changed('prompt_labels.label', ofLabels),
    update: changed('prompt_labels.label', ofLabels),
    delete: changed('prompt_labels.label', ofLabels),
  },
  prompt_label_moves: {
    ...added(ofMoves),
    insert: changed('prompt_label_moves.label', ofMoves),
    signed: 'actor',
  },
};

/** Editors change labels, admins also those that are protected. */
function changed(label: string, owner: OwnerRule): string {
  return `${owner('editor')} and (not ${isProtected(label)} or ${owner('admin')})`;
}

/** The condition that a label decides what runs for everybody: `production` always does, others when somebody said so. */
export function isProtected(label: string): string {
  return `(${label} = 'production' or exists (select 1 from protected_labels k where k.label = ${label}))`;
}
