import { closestName } from '../../../base/text/closest-name.js';
import type { Json } from '../../../models/spec/model-request.js';
import type { GivenValue } from '../../../prompts/typed-value.js';
import type { ValueType, Workflow, WorkflowInput } from '../workflow.js';
import { type InputProblem, WorkflowInputError } from './errors.js';
import { inputValue } from './input-value.js';

/** The values that a run works with, by the names of the inputs. */
export type InputValues = Readonly<Record<string, Json>>;

/**
 * The values of a workflow's inputs: what was given, read by the type of its input, else the default.
 *
 * @param given by name; a file by its path
 * @param readFile the text of a file
 * @throws WorkflowInputError telling all that is missing, unknown or does not fit
 * @throws what `readFile` throws
 */
export async function readInputs(
  { name, inputs }: Pick<Workflow, 'name' | 'inputs'>,
  given: ReadonlyMap<string, GivenValue>,
  readFile: (path: string) => Promise<string>,
): Promise<InputValues> {
  const problems = unknownInputs(inputs, given);
  const values = new Map<WorkflowInput, Json>();
  for (const input of inputs) {
    const read = readInput(input, given.get(input.name));
    if ('problem' in read) problems.push(read);
    else values.set(input, read.value);
  }
  if (problems.length > 0) throw new WorkflowInputError(name, problems);
  return withFiles(values, readFile);
}

function readInput(
  input: WorkflowInput,
  given: GivenValue | undefined,
): InputProblem | { readonly value: Json } {
  const { name, description } = input;
  if (given === undefined && input.default !== undefined) return { value: input.default };
  if (given === undefined)
    return { name, problem: `is missing${description === null ? '' : `: ${description}`}`, hint: undefined };
  const typed = inputValue(input, given);
  // What a person or a program gives as data came as JSON.
  return typed.fits ? { value: typed.value as Json } : { name, problem: typed.problem, hint: typed.hint };
}

function unknownInputs(
  inputs: readonly WorkflowInput[],
  given: ReadonlyMap<string, GivenValue>,
): InputProblem[] {
  const known = inputs.map(({ name }) => name);
  const unknown = [...given.keys()].filter((name) => !known.includes(name));
  return unknown.map((name) => {
    const near = closestName(name, known);
    const hint = near === undefined ? undefined : `Did you mean "${near}"?`;
    return { name, problem: 'is no input of this workflow', hint };
  });
}

async function withFiles(
  values: ReadonlyMap<WorkflowInput, Json>,
  readFile: (path: string) => Promise<string>,
): Promise<InputValues> {
  const read: [string, Json][] = [];
  for (const [input, value] of values) read.push([input.name, await contentOf(input, value, readFile)]);
  return Object.fromEntries(read);
}

/** Files may stand in a list, too: a path each. */
async function contentOf(
  { type, items }: ValueType,
  value: Json,
  readFile: (path: string) => Promise<string>,
): Promise<Json> {
  if (type === 'file' && typeof value === 'string') return readFile(value);
  if (type !== 'array' || items === null || !isList(value)) return value;
  const read: Json[] = [];
  for (const entry of value) read.push(await contentOf(items, entry, readFile));
  return read;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
