import * as z from 'zod/mini';
import type { WorkflowId } from '../../../base/ids.js';
import type { Json } from '../../../models/spec/model-request.js';

/** How the run of a workflow was asked for, and what it keeps to, as the record has it. */
const keptSettings = z.object({
  /** The model of the steps that name none; null leaves it to the workflow. */
  model: z.nullable(z.string()),
  /** What it may cost altogether, in US dollars; null for no limit of its own. */
  max_cost: z.nullable(z.number()),
  /** The folder of the codebase, absolute. */
  root: z.string(),
  /** The prompts that it uses: as they are named, and the very version. */
  prompts: z.record(z.string(), z.string()),
  /** The workflows that it runs, likewise. */
  workflows: z.record(
    z.string(),
    z.object({
      id: z.custom<WorkflowId>((value) => typeof value === 'string'),
      version: z.number(),
    }),
  ),
});

export type WorkflowRunSettings = z.output<typeof keptSettings>;

/** What a run keeps to, whatever is changed in the library meanwhile. */
export type Pins = Pick<WorkflowRunSettings, 'prompts' | 'workflows'>;

/** @throws when the record holds something else: another program wrote it */
export function readWorkflowRunSettings(kept: Json): WorkflowRunSettings {
  return z.parse(keptSettings, kept);
}
