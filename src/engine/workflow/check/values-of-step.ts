import type { PromptUse, Step, TemplateValue } from '../workflow.js';

/** The values of a step that are filled in before it is done, without its condition and those of steps inside. */
export function valuesOfStep(step: Step): readonly TemplateValue[] {
  switch (step.kind) {
    case 'prompt':
      return [...present(step.model), ...valuesOfUse(step.prompt)];
    case 'ask':
      return [step.text, ...present(step.system, step.model)];
    case 'template':
      return step.content.from === 'text' ? [step.content.text] : valuesOfUse(step.content.prompt);
    case 'run':
      return [...step.command, ...present(step.input, step.folder)];
    case 'read':
      return [step.path];
    case 'write':
      return [step.path, step.text];
    case 'for_each':
      return [step.list];
    case 'if':
      return [step.condition];
    case 'workflow':
      return step.with.map(({ value }) => value);
    case 'gate':
      return [step.content];
  }
}

/** Those of a prompt's variables. */
function valuesOfUse({ with: given }: PromptUse): readonly TemplateValue[] {
  return given.map(({ value }) => value);
}

function present(...values: readonly (TemplateValue | null)[]): readonly TemplateValue[] {
  return values.filter((value) => value !== null);
}
