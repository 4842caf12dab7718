import {
  added,
  edited,
  inOwnProject,
  type OwnerRule,
  ofPrompt,
  permits,
  type TablePolicies,
} from './row-rules.js';

/** A label that shall not move unnoticed, whatever a client's settings say. */
const PROTECTED_LABEL = 'production';

const ofSession =
  (session: string): OwnerRule =>
  (role) =>
    `exists (select 1 from orchestration_sessions s where s.id = ${session} and ${permits('s.project_id', role)})`;

/** The session may be in a workspace, and unknown here. */
const ofSessionAnywhere =
  (session: string): OwnerRule =>
  (role) =>
    `session_permits(${session}, '${role}')`;

const ofExecution =
  (execution: string, key = 'id'): OwnerRule =>
  (role) =>
    `exists (select 1 from executions e where e.${key} = ${execution} and ${permits('e.project_id', role)})`;

const ofPhase: OwnerRule = (role) =>
  `exists (select 1 from orchestration_phases a join orchestration_sessions s on s.id = a.session_id
    where a.id = phase_prompt_versions.attempt_id and ${permits('s.project_id', role)})`;

const ofVersion: OwnerRule = (role) =>
  `exists (select 1 from prompt_versions v join prompts p on p.id = v.prompt_id
    where v.id = prompt_references.version_id and ${permits('p.project_id', role)})`;

const ofSearchEntry =
  (number: string): OwnerRule =>
  (role) =>
    `exists (select 1 from prompt_search_entries n join prompts p on p.id = n.prompt_id
      where n.number = ${number} and ${permits('p.project_id', role)})`;

const ofRun: OwnerRule = (role) =>
  `exists (select 1 from runs r where r.id = run_steps.run_id and session_permits(r.subject, '${role}'))`;

/** Rows that are only added, and of which admins take credentials out. */
function redacted(owner: OwnerRule): TablePolicies {
  return { ...added(owner), update: owner('admin') };
}

/** What who searches brings up to date: it can be made again at any time from what it is about. */
function brought(owner: OwnerRule): TablePolicies {
  const rule = owner('reader');
  return { select: rule, insert: rule, update: rule, delete: rule };
}

/** What schema 6 said of every table. Released: what is to be otherwise is said by a later migration. */
export const memberPolicies: Readonly<Record<string, TablePolicies>> = {
  projects: {
    select: `id <> all ((select closed_to('reader'))::text[])`,
    insert: `(select global_permits('editor'))`,
    update: `id <> all ((select closed_to('admin'))::text[])`,
    delete: `id <> all ((select closed_to('admin'))::text[])`,
  },
  project_members: {
    select: inOwnProject('reader'),
    insert: inOwnProject('admin'),
    update: inOwnProject('admin'),
    delete: inOwnProject('admin'),
    signed: 'actor',
  },
  orchestration_sessions: edited(inOwnProject),
  orchestration_phases: {
    ...added(ofSession('orchestration_phases.session_id')),
    update: ofSession('orchestration_phases.session_id')('editor'),
  },
  session_requests: redacted(ofSession('session_requests.session_id')),
  session_events: redacted(ofSession('session_events.session_id')),
  phase_prompt_versions: edited(ofPhase),
  active_choices: { select: 'true', insert: 'true', update: 'true', delete: 'true' },
  prompts: edited(inOwnProject),
  prompt_versions: { ...added(ofPrompt('prompt_versions.prompt_id')), signed: 'author' },
  prompt_labels: labelPolicies(),
  prompt_label_moves: { ...added(ofPrompt('prompt_label_moves.prompt_id')), signed: 'actor' },
  prompt_tags: edited(ofPrompt('prompt_tags.prompt_id')),
  prompt_references: edited(ofVersion),
  prompt_search_entries: edited(ofPrompt('prompt_search_entries.prompt_id')),
  prompt_words: edited(ofSearchEntry('prompt_words.rowid')),
  prompt_parts: edited(ofSearchEntry('prompt_parts.rowid')),
  audit_log: {
    select: inOwnProject('reader'),
    insert: `subject_kind = 'setting' or ${inOwnProject('editor')}`,
    signed: 'actor',
  },
  executions: {
    ...edited(inOwnProject),
    delete: `${inOwnProject('editor')} and (kind = 'pasted' or ${inOwnProject('admin')})`,
  },
  execution_attempts: {
    ...added(ofExecution('execution_attempts.execution_id')),
    update: ofExecution('execution_attempts.execution_id')('editor'),
  },
  execution_tool_uses: redacted(ofExecution('execution_tool_uses.execution_id')),
  execution_attachments: redacted(ofExecution('execution_attachments.execution_id')),
  execution_words: brought(ofExecution('execution_words.rowid', 'number')),
  execution_words_due: brought(ofExecution('execution_words_due.number', 'number')),
  orchestration_executions: edited(ofSessionAnywhere('session_id')),
  phase_ratings: edited(ofSessionAnywhere('session_id')),
  cache_entries: edited(ofExecution('cache_entries.execution_id')),
  model_aliases: edited(inOwnProject),
  runs: edited(ofSessionAnywhere('subject')),
  run_steps: { ...added(ofRun), update: ofRun('editor') },
};

function labelPolicies(): TablePolicies {
  const owner = ofPrompt('prompt_labels.prompt_id');
  const change = `${owner('editor')} and (label <> '${PROTECTED_LABEL}' or ${owner('admin')})`;
  return { select: owner('reader'), insert: change, update: change, delete: change };
}
