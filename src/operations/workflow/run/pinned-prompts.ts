import { placedSteps } from '../../../engine/workflow/run/placed-steps.js';
import type { WorkflowProgram } from '../../../engine/workflow/run/walking.js';
import type { PromptUse, Step } from '../../../engine/workflow/workflow.js';
import { isBuiltin } from '../../../prompts/prompt-name.js';
import { referenceText } from '../../../prompts/prompt-reference.js';
import { reading } from '../../access/access.js';
import type { Deps } from '../../deps.js';
import { findVersion } from '../../prompt/find-prompt.js';
import type { Pins } from './run-settings.js';

/**
 * The very versions of the prompts that a workflow uses now. By their ids: a name may be another prompt's later, or
 * elsewhere.
 */
export async function pinnedPrompts(given: Deps, program: WorkflowProgram): Promise<Pins['prompts']> {
  const deps = reading(given);
  const pins: Pins['prompts'] = {};
  for (const { step } of placedSteps(program)) {
    const use = promptOf(step);
    if (use === null || isBuiltin(use.reference.name)) continue;
    const text = referenceText(use.reference);
    pins[text] ??= await exactReference(deps, text);
  }
  return pins;
}

async function exactReference(deps: Deps, text: string): Promise<string> {
  const { prompt, version } = await findVersion(deps, text);
  return `${prompt.id}@${version.number}`;
}

function promptOf(step: Step): PromptUse | null {
  if (step.kind === 'prompt') return step.prompt;
  return step.kind === 'template' && step.content.from === 'prompt' ? step.content.prompt : null;
}
