import { workflowSchema } from '../../src/engine/workflow/format/workflow-schema.js';

/** The JSON schema of workflows, for editors. */
export function workflowSchemaReference(): string {
  return `${JSON.stringify(workflowSchema(), null, 2)}\n`;
}
