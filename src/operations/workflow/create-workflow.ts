import * as z from 'zod/mini';
import { shellWord } from '../../base/text/shell-word.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { givenFile } from '../template/template-input.js';
import { soundWorkflow, workflowText } from './given-workflow.js';
import type { WorkflowWriteOutput } from './outputs.js';
import { recordWorkflow } from './record-workflow.js';
import { workflowView } from './views/workflow-view.js';

const input = z.object({
  file: givenFile,
  /** For all projects, rather than for the one in force. */
  global: z._default(z.boolean(), false),
  /** Why, in words. */
  note: z.optional(z.string()),
});

/**
 * Keeps the text of a workflow as the newest version of the name that it says; the same text twice is kept once.
 *
 * @throws WorkflowInvalidError with all that is wrong
 * @throws NotUtf8Error, NotPermittedError
 */
export const createWorkflow = guarded(
  needs.createWorkflow,
  input,
  async (deps: Deps, { file, global, note = null }): Promise<WorkflowWriteOutput> => {
    executionsOf(deps);
    const text = await workflowText(deps, { file });
    const sound = await soundWorkflow(deps, text);
    const recorded = await recordWorkflow(deps, sound, { source: text.source, global, note });
    const { workflow, version, isNew } = recorded;
    return {
      workflow: workflowView(workflow),
      version,
      changed: isNew,
      next: `prompt-runner workflow run ${shellWord(workflow.name)}`,
    };
  },
);
