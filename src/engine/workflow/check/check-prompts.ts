import type { PromptVariable } from '../../../prompts/bind-variables.js';
import { referenceText } from '../../../prompts/prompt-reference.js';
import { typedValue } from '../../../prompts/typed-value.js';
import type { FaultList } from '../fault-list.js';
import type { PromptUse, Step } from '../workflow.js';
import { checkGiven, type Taker } from './check-given.js';
import { missingHint } from './missing-hint.js';
import { allSteps } from './steps-in.js';
import type { WorkflowLibrary } from './workflow-library.js';

/** Tells of prompts that are not in the library, and of variables that they lack. */
export async function checkPrompts(
  steps: readonly Step[],
  library: Pick<WorkflowLibrary, 'prompt'>,
  faults: FaultList,
): Promise<void> {
  for (const use of allSteps(steps).flatMap(promptOf)) await checkPrompt(use, library, faults);
}

function promptOf(step: Step): readonly PromptUse[] {
  if (step.kind === 'prompt') return [step.prompt];
  return step.kind === 'template' && step.content.from === 'prompt' ? [step.content.prompt] : [];
}

async function checkPrompt(
  { reference, span, with: given }: PromptUse,
  library: Pick<WorkflowLibrary, 'prompt'>,
  faults: FaultList,
): Promise<void> {
  const found = await library.prompt(reference);
  const text = referenceText(reference);
  if (found.is === 'missing') {
    faults.add(span.start, `There is no prompt "${text}".`, missingHint(found, reference.name, 'prompt'));
    return;
  }
  const place = { what: `The prompt "${text}"`, noun: 'variable', offset: span.start };
  checkGiven(place, found.variables.map(takerOf), given, faults);
}

function takerOf({ name, isRequired, declaration }: PromptVariable): Taker {
  return {
    name,
    isRequired: isRequired && declaration?.default === undefined,
    fits: (value) => typedValue(declaration ?? { type: 'any' }, { from: 'data', value }),
  };
}
