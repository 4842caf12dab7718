import { closestName } from '../../../../base/text/closest-name.js';
import { isYamlText, type YamlMapping, type YamlTree } from '../../../../base/yaml/yaml-tree.js';
import type { Step, StepKind } from '../../workflow.js';
import { list } from '../shapes/collections.js';
import { Definition } from '../shapes/definition.js';
import type { Reading } from '../shapes/reading.js';
import type { Shape } from '../shapes/shape.js';
import { askStep } from './ask-step.js';
import { choiceStep } from './choice-step.js';
import { commandStep } from './command-step.js';
import { eachStep } from './each-step.js';
import { readStep, writeStep } from './file-steps.js';
import { gateStep } from './gate-step.js';
import { promptStep } from './prompt-step.js';
import { subworkflowStep } from './subworkflow-step.js';
import { templateStep } from './template-step.js';

/** A list of steps, wherever one stands. */
export const stepList: Definition<readonly Step[]> = new Definition('steps', () => list(step, 1));

const kinds: { readonly [K in StepKind]: Definition<Step & { readonly kind: K }> } = {
  prompt: new Definition('prompt_step', () => promptStep),
  ask: new Definition('ask_step', () => askStep),
  template: new Definition('template_step', () => templateStep),
  run: new Definition('run_step', () => commandStep),
  read: new Definition('read_step', () => readStep),
  write: new Definition('write_step', () => writeStep),
  for_each: new Definition('for_each_step', () => eachStep(stepList)),
  if: new Definition('if_step', () => choiceStep(stepList)),
  workflow: new Definition('workflow_step', () => subworkflowStep),
  gate: new Definition('gate_step', () => gateStep),
};

/** All that a schema defines for steps. */
export const stepDefinitions: readonly Definition<unknown>[] = [stepList, ...Object.values(kinds)];

const kindNames = Object.keys(kinds);

/** One step: exactly one of its keys says what it does. */
const step: Shape<Step> = {
  schema: { oneOf: Object.values(kinds).map(({ schema }) => schema) },
  read(node, label, reading) {
    const kind = node.kind === 'mapping' ? kindOf(node, reading) : refuseOther(node, label, reading);
    const read = kind && kinds[kind].read(node, label, reading);
    if (read === undefined) loseName(node, reading);
    return read;
  },
};

function kindOf(node: YamlMapping, reading: Reading): StepKind | undefined {
  const said = node.entries.filter(({ key }) => isKind(key));
  const [first, second] = said;
  if (second !== undefined) {
    const names = said.map(({ key }) => `"${key}"`).join(' and ');
    return reading.refuse(
      second.keySpan,
      `A step does one thing, and this one says ${names}.`,
      'Make two steps of it.',
    );
  }
  if (first !== undefined && isKind(first.key)) return first.key;
  return reading.refuse(node.span, 'This step does not say what it does.', hintForKind(node));
}

function isKind(key: string): key is StepKind {
  return Object.hasOwn(kinds, key);
}

/** What was meant may be there with a slip of the pen. */
function hintForKind({ entries }: YamlMapping): string {
  const near = entries.map(({ key }) => [key, closestName(key, kindNames)] as const).find(([, kind]) => kind);
  if (near !== undefined) return `Instead of "${near[0]}", did you mean "${near[1]}"?`;
  return `It needs one of the keys: ${kindNames.join(', ')}.`;
}

function refuseOther(node: YamlTree, label: string, reading: Reading): undefined {
  return reading.refuse(
    node.span,
    `${label} is to be a step, a mapping.`,
    'For instance: {name: draft, ask: "Write …"}.',
  );
}

/** What refers to it is no fault as well. */
function loseName(node: YamlTree, reading: Reading): void {
  const name = node.kind === 'mapping' ? node.entries.find(({ key }) => key === 'name')?.value : undefined;
  if (name !== undefined && isYamlText(name)) reading.lost.add(name.value);
}
