import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type InputValues, readInputs } from '../../../engine/workflow/inputs/read-inputs.js';
import type { Values } from '../../../engine/workflow/run/task.js';
import type { Workflow, WorkflowInput } from '../../../engine/workflow/workflow.js';
import type { Deps } from '../../deps.js';
import { type GivenVariables, givenValues } from '../../prompt/rendered-prompt.js';
import { utf8Text } from '../../template/utf8-text.js';
import { StepFileError } from './errors.js';

/**
 * The inputs of a workflow: what was said last on the way from a program over a file to the command line counts.
 * Files are read from where the caller is.
 *
 * @throws WorkflowInputError telling all that is missing, unknown or does not fit
 * @throws StepFileError, NotUtf8Error for a file
 */
export async function workflowInputs(
  deps: Deps,
  workflow: Pick<Workflow, 'name' | 'inputs'>,
  given: GivenVariables,
): Promise<InputValues> {
  return readInputs(workflow, await givenValues(given), (path) => textOf(deps, path));
}

/**
 * The inputs of a run with some of them corrected; the others stay as they are.
 * @throws what {@link workflowInputs} does
 */
export async function correctedInputs(
  deps: Deps,
  { name, inputs }: Pick<Workflow, 'name' | 'inputs'>,
  given: GivenVariables,
  before: Values,
): Promise<InputValues> {
  const changed = await givenValues(given);
  const kept = inputs.map((input) => (changed.has(input.name) ? input : keeping(input, before)));
  return readInputs({ name, inputs: kept }, changed, (path) => textOf(deps, path));
}

/** What it has is its value already: of a file its text, not its path. */
function keeping(input: WorkflowInput, before: Values): WorkflowInput {
  return { ...input, type: 'string', items: null, default: before[input.name] };
}

async function textOf({ surroundings }: Deps, path: string): Promise<string> {
  try {
    return utf8Text(await readFile(resolve(surroundings.folder, path)), path);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && 'syscall' in cause)) throw cause;
    const why = cause.code === 'ENOENT' ? 'there is none of that name' : String(cause.code);
    throw new StepFileError(`The file "${path}" cannot be read: ${why}.`, {}, { cause });
  }
}
