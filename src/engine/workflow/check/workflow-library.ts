import type { PromptVariable } from '../../../prompts/bind-variables.js';
import type { PromptReference } from '../../../prompts/prompt-reference.js';
import type { Workflow, WorkflowReference } from '../workflow.js';

/** What a workflow may refer to outside of its file. */
export interface WorkflowLibrary {
  prompt(reference: PromptReference): Promise<Found<{ readonly variables: readonly PromptVariable[] }>>;
  workflow(
    reference: WorkflowReference,
  ): Promise<Found<{ readonly workflow: Workflow; readonly version: number }>>;
}

/** What a reference leads to; `lacks` says whether there is nothing of that name, or only no such version. */
export type Found<T> =
  | ({ readonly is: 'found' } & T)
  | { readonly is: 'missing'; readonly lacks: 'name' | 'version'; readonly nearest: string | null };
