import { redactSecrets } from '../../../base/text/secrets.js';
import type { StoredWorkflow, WorkflowVersionSummary } from '../../../engine/workflow/stored-workflow.js';
import type { WorkflowVersionView, WorkflowView } from '../outputs.js';

export function workflowView({
  id,
  project,
  name,
  description,
  latest,
  ...rest
}: StoredWorkflow): WorkflowView {
  const { createdBy, createdAt, updatedAt } = rest;
  const about = description && redactSecrets(description);
  return { id, project, name, description: about, latest, createdBy, createdAt, updatedAt };
}

export function workflowVersionView(version: WorkflowVersionSummary): WorkflowVersionView {
  const { number, checksum, author, note, createdAt } = version;
  return { number, checksum, author, note: note && redactSecrets(note), createdAt };
}
