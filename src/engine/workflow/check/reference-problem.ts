import { closestName } from '../../../base/text/closest-name.js';
import type { Reference } from '../expressions/analyse-text.js';
import type { Visible } from './visible.js';

/** What there is in the whole workflow, wherever it can be seen. */
export interface Surroundings {
  /** The line on which each step is named. */
  readonly stepLines: ReadonlyMap<string, number>;
  /** Names that are there and could not be read. */
  readonly lost: ReadonlySet<string>;
}

export interface ReferenceProblem {
  readonly message: string;
  readonly hint: string | null;
}

type Keys = Reference['keys'];

/** Why a reference leads to nothing, or to what is not there yet; null when it leads to something. */
export function referenceProblem(
  { name, keys }: Reference,
  visible: Visible,
  surroundings: Surroundings,
): ReferenceProblem | null {
  const [first] = keys;
  if (visible.entries.has(name)) return null;
  if (name === 'loop') return visible.entries.size === 0 ? LOOP_ELSEWHERE : loopProblem(keys);
  if (!['inputs', 'steps', 'gates'].includes(name)) return unknownProblem(name, visible);
  // What is computed is known only when it runs; what could not be read has been told.
  if (!isName(first) || surroundings.lost.has(first)) return null;
  if (name === 'inputs') return inputProblem(first, visible);
  return name === 'steps'
    ? stepProblem(first, keys, visible, surroundings)
    : gateProblem(first, keys, visible);
}

function inputProblem(name: string, { inputs }: Visible): ReferenceProblem | null {
  if (inputs.has(name)) return null;
  return {
    message: `There is no input "${name}".`,
    hint: didYouMean(name, inputs) ?? allOf('inputs', inputs),
  };
}

const COMMAND_OUTPUT = ['stdout', 'stderr', 'exit_code'];

function stepProblem(
  name: string,
  [, output, part]: Keys,
  { steps }: Visible,
  surroundings: Surroundings,
): ReferenceProblem | null {
  const kind = steps.get(name);
  if (kind === undefined) return unseenStep(name, steps, surroundings);
  if (isName(output) && output !== 'output')
    return { message: `A step has no "${output}".`, hint: `Did you mean steps.${name}.output?` };
  if (kind !== 'run' || !isName(part) || COMMAND_OUTPUT.includes(part)) return null;
  const hint = didYouMean(part, COMMAND_OUTPUT) ?? allOf('parts', COMMAND_OUTPUT);
  return { message: `The output of a command has no "${part}".`, hint };
}

/** It is somewhere else, or nowhere. */
function unseenStep(name: string, steps: Visible['steps'], { stepLines }: Surroundings): ReferenceProblem {
  const line = stepLines.get(name);
  if (line !== undefined)
    return { message: `The step "${name}" on line ${line} is not done before this.`, hint: WHAT_STEPS_SEE };
  const hint = didYouMean(name, steps.keys()) ?? allOf('steps before this', steps.keys());
  return { message: `There is no step "${name}".`, hint };
}

const WHAT_STEPS_SEE =
  'A step sees those before it in its list and around it; of a step that holds others, only its output.';

function gateProblem(name: string, [, part]: Keys, { gates }: Visible): ReferenceProblem | null {
  if (!gates.has(name))
    return { message: `There is no gate "${name}" in this list of steps.`, hint: didYouMean(name, gates) };
  if (!isName(part) || part === 'comment') return null;
  return { message: `A gate has no "${part}".`, hint: `Did you mean gates.${name}.comment?` };
}

const LOOP_PARTS = ['index', 'index0', 'first', 'last', 'length'];
const LOOP_ELSEWHERE: ReferenceProblem = {
  message: 'There is "loop" only in the steps of a for_each.',
  hint: null,
};

function loopProblem([part]: Keys): ReferenceProblem | null {
  if (!isName(part) || LOOP_PARTS.includes(part)) return null;
  return {
    message: `"loop" has no "${part}".`,
    hint: didYouMean(part, LOOP_PARTS) ?? allOf('parts', LOOP_PARTS),
  };
}

function unknownProblem(name: string, visible: Visible): ReferenceProblem {
  return { message: `There is nothing named "${name}" here.`, hint: meantBy(name, visible) };
}

function meantBy(name: string, { inputs, steps, entries }: Visible): string {
  if (inputs.has(name)) return `Did you mean inputs.${name}?`;
  if (steps.has(name)) return `Did you mean steps.${name}.output?`;
  const roots = ['inputs', 'steps', 'gates', ...entries];
  return didYouMean(name, roots) ?? `Templates see: ${roots.join(', ')}.`;
}

function isName(key: string | null | undefined): key is string {
  return typeof key === 'string';
}

function didYouMean(name: string, candidates: Iterable<string>): string | null {
  const near = closestName(name, candidates);
  return near === undefined ? null : `Did you mean "${near}"?`;
}

function allOf(what: string, names: Iterable<string>): string {
  const all = [...names];
  return all.length === 0 ? `There are no ${what}.` : `The ${what} are: ${all.join(', ')}.`;
}
