import type { Selectable } from 'kysely';
import type { ProjectId, WorkflowId } from '../base/ids.js';
import type {
  StoredWorkflow,
  WorkflowVersion,
  WorkflowVersionSummary,
} from '../engine/workflow/stored-workflow.js';
import type { WorkflowsTable, WorkflowVersionsTable } from './schema.js';

/** A workflow's row together with its project's name. */
export interface WorkflowRow extends WorkflowsTable {
  readonly project_name: string | null;
}

export function workflowFromRow(row: WorkflowRow): StoredWorkflow {
  return {
    id: row.id as WorkflowId,
    project:
      row.project_id === null
        ? null
        : { id: row.project_id as ProjectId, name: row.project_name ?? row.project_id },
    name: row.name,
    description: row.description,
    latest: row.latest,
    createdBy: row.created_by,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}

/** The columns of a version without its text. */
export const workflowVersionColumns = [
  'workflow_id',
  'number',
  'checksum',
  'author',
  'note',
  'created_at',
] as const;

export function workflowVersionSummaryFromRow(
  row: Pick<Selectable<WorkflowVersionsTable>, (typeof workflowVersionColumns)[number]>,
): WorkflowVersionSummary {
  return {
    workflow: row.workflow_id as WorkflowId,
    number: row.number,
    checksum: row.checksum,
    author: row.author,
    note: row.note,
    createdAt: new Date(row.created_at),
  };
}

export function workflowVersionFromRow(row: Selectable<WorkflowVersionsTable>): WorkflowVersion {
  return { ...workflowVersionSummaryFromRow(row), source: row.source };
}
