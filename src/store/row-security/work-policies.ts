import { added, edited, inOwnProject, type OwnerRule, permits, type TablePolicies } from './row-rules.js';

const ofBatch =
  (batch: string): OwnerRule =>
  (role) =>
    `exists (select 1 from batches b where b.id = ${batch} and ${permits('b.project_id', role)})`;

const ofWorkflow =
  (workflow: string): OwnerRule =>
  (role) =>
    `exists (select 1 from workflows w where w.id = ${workflow} and ${permits('w.project_id', role)})`;

/** A session says itself what it belongs to, and may be in a workspace; the run of a workflow has to be told. */
const asRun =
  (run: string): OwnerRule =>
  (role) =>
    `case when ${run}.kind = 'session' then session_permits(${run}.subject, '${role}')
      else ${permits(`${run}.project_id`, role)} end`;

const ofRun: OwnerRule = (role) =>
  `exists (select 1 from runs r where r.id = run_steps.run_id and ${asRun('r')(role)})`;

/**
 * What schema 8 says of tables, in the place of what was said before: batches and workflows go by their projects. A
 * worker takes what comes, whoever started it: everybody sees which are there.
 */
export const workPolicies: Readonly<Record<string, TablePolicies>> = {
  batches: edited(inOwnProject),
  batch_items: edited(ofBatch('batch_items.batch_id')),
  batch_executions: edited(ofBatch('batch_executions.batch_id')),
  workers: { select: 'true', insert: 'actor = session_user::text', update: 'true' },
  workflows: edited(inOwnProject),
  workflow_versions: { ...added(ofWorkflow('workflow_versions.workflow_id')), signed: 'author' },
  runs: edited(asRun('runs')),
  run_steps: { ...added(ofRun), update: ofRun('editor') },
};
