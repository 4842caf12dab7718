import type { CommandContext } from '../command-context.js';
import { readNamed } from '../input/read-named.js';

/** What a run is given. */
export const inputOptions = {
  input: {
    kind: 'list',
    short: 'i',
    placeholder: 'NAME=VALUE',
    description: 'An input; may be repeated, and wins over --inputs.',
  },
  inputs: {
    kind: 'text',
    placeholder: 'PATH',
    description: 'Inputs as an object in JSON or YAML; - is standard input.',
    completes: 'file',
  },
} as const;

/** On what terms it runs. */
export const termOptions = {
  model: {
    kind: 'text',
    short: 'm',
    placeholder: 'NAME',
    description: 'The model of the steps that name none: provider:name, or an alias.',
  },
  'max-cost': {
    kind: 'text',
    placeholder: 'USD',
    description: 'What the run may cost; nothing is asked beyond it.',
  },
  'allow-commands': { kind: 'flag', description: 'Let its steps run commands on this machine.' },
} as const;

/** The inputs as operations take them. */
export async function givenInputs(
  context: CommandContext,
  assignments: readonly string[],
  file: string | undefined,
) {
  const variablesFile = file === undefined ? undefined : await readNamed(context, 'the inputs', file);
  return { assignments, variablesFile };
}
