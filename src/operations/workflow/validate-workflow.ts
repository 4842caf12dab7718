import * as z from 'zod/mini';
import { redactSecrets } from '../../base/text/secrets.js';
import { shellWord } from '../../base/text/shell-word.js';
import { checkWorkflow } from '../../engine/workflow/check/check-workflow.js';
import type { WorkflowFault } from '../../engine/workflow/fault.js';
import { readWorkflow } from '../../engine/workflow/format/read-workflow.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { givenWorkflow, workflowText } from './given-workflow.js';
import { libraryHere } from './library-here.js';
import type { WorkflowFaultView, WorkflowValidateOutput } from './outputs.js';

/**
 * All that is wrong with a workflow, in the order of its text: its form, its names and texts, the prompts and
 * workflows that it refers to. In a workspace without a library the last are not looked at.
 *
 * @throws NotFoundError, AmbiguousReferenceError, NotUtf8Error
 */
export const validateWorkflow = guarded(
  needs.validateWorkflow,
  z.object({ workflow: givenWorkflow }),
  async (deps: Deps, given): Promise<WorkflowValidateOutput> => {
    const { source, name } = await workflowText(deps, given.workflow);
    const faults = await checkWorkflow(await readWorkflow(source, name), libraryHere(deps));
    const valid = faults.length === 0;
    return {
      name,
      valid,
      faults: faults.map(faultView),
      next: valid ? `prompt-runner workflow run ${shellWord(name)}` : null,
    };
  },
);

function faultView({ message, hint, line, column, excerpt }: WorkflowFault): WorkflowFaultView {
  const said = { message: redactSecrets(message), hint: hint && redactSecrets(hint) };
  return { ...said, line, column, excerpt: redactSecrets(excerpt) };
}
