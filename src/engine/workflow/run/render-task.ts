import { evaluate, renderText } from '../expressions/evaluate.js';
import type { AskStep, CommandStep, NamedValue, PromptStep, PromptUse, Step, Workflow } from '../workflow.js';
import { namesIn, type Scope } from './scope.js';
import type { FilledPrompt, Task, Values } from './task.js';

/** A step that does something itself; the others only say which steps are done. */
export type WorkingStep = Exclude<Step, { kind: 'for_each' | 'if' | 'workflow' | 'gate' }>;

/**
 * What a step does, with all its texts rendered.
 * @throws TemplateError of any class, with the place in the file
 */
export function renderTask(step: WorkingStep, workflow: Workflow, scope: Scope): Task {
  const names = namesIn(scope);
  switch (step.kind) {
    case 'prompt':
      return { kind: 'prompt', prompt: filled(step.prompt, scope), ...asking(step, workflow, scope) };
    case 'ask':
      return {
        kind: 'ask',
        text: renderText(step.text, names),
        system: step.system && renderText(step.system, names),
        ...asking(step, workflow, scope),
      };
    case 'template':
      return step.content.from === 'text'
        ? { kind: 'text', text: renderText(step.content.text, names) }
        : { kind: 'template', prompt: filled(step.content.prompt, scope) };
    case 'run':
      return commandTask(step, scope);
    case 'read':
      return { kind: 'read', path: renderText(step.path, names) };
    case 'write':
      return { kind: 'write', path: renderText(step.path, names), text: renderText(step.text, names) };
  }
}

/** The values of names, each evaluated. */
export function valuesOf(named: readonly NamedValue[], scope: Scope): Values {
  const names = namesIn(scope);
  return Object.fromEntries(named.map(({ name, value }) => [name, evaluate(value, names)]));
}

function filled(prompt: PromptUse, scope: Scope): FilledPrompt {
  return { reference: prompt.reference, values: valuesOf(prompt.with, scope) };
}

function asking({ model, parameters, schema }: PromptStep | AskStep, workflow: Workflow, scope: Scope) {
  const names = namesIn(scope);
  return {
    model: model && renderText(model, names),
    usualModel: workflow.model && renderText(workflow.model, names),
    parameters: { ...workflow.parameters, ...parameters },
    schema: schema?.value ?? null,
  };
}

function commandTask({ command, input, folder, allowFailure }: CommandStep, scope: Scope): Task {
  const names = namesIn(scope);
  return {
    kind: 'run',
    command: command.map((word) => renderText(word, names)),
    input: input && renderText(input, names),
    folder: folder && renderText(folder, names),
    allowFailure,
  };
}
