import { PromptRunnerError } from '../base/errors.js';

/** What operations work with, when it lies elsewhere than a command would look by itself. */
interface Placed {
  /** The option that takes a command there, for instance `--workspace planning` or `--db old.db`. */
  readonly placeOptions?: string | undefined;
}

/** The output of an operation, with the commands that it names led to the place where it worked. */
export function inSamePlace<Output>(deps: unknown, output: Output): Output {
  const options = placeOptionsOf(deps);
  if (options === undefined || typeof output !== 'object' || output === null) return output;
  const led = Object.entries(output).flatMap(([key, value]) => {
    if (key === 'next' && typeof value === 'string') return [[key, ledNext(value, options)]];
    return key === 'suggestion' ? [[key, inSamePlace(deps, value)]] : [];
  });
  return { ...output, ...Object.fromEntries(led) };
}

/** The same for what a failure tells to do. */
export function failingInSamePlace(deps: unknown, error: unknown): unknown {
  const options = placeOptionsOf(deps);
  if (options === undefined || !(error instanceof PromptRunnerError)) return error;
  const { hint, next } = error.remedy;
  return error.withRemedy({
    hint: hint && ledHint(hint, options),
    next: next && ledNext(next, options),
  });
}

function placeOptionsOf(deps: unknown): string | undefined {
  const { placeOptions }: Placed = Object(deps);
  return placeOptions;
}

function ledNext(next: string, options: string): string {
  const takers = options.startsWith('--db ') ? STORE_COMMANDS : [SESSION_COMMAND];
  return takers.some((taker) => next.startsWith(taker)) ? withOptions(next, options) : next;
}

/** A hint may end with a command, in the line after a colon. */
function ledHint(hint: string, options: string): string {
  const last = hint.slice(hint.lastIndexOf('\n') + 1);
  return last.startsWith(SESSION_COMMAND) ? withOptions(hint, options) : hint;
}

const SESSION_COMMAND = 'prompt-runner orchestrate ';
/** A workspace has sessions only; a store is behind all of these. */
const STORE_COMMANDS = [
  SESSION_COMMAND,
  'prompt-runner project ',
  'prompt-runner prompt ',
  'prompt-runner audit ',
  'prompt-runner execution ',
  'prompt-runner run ',
  'prompt-runner batch ',
  'prompt-runner workflow ',
  'prompt-runner worker ',
  'prompt-runner experiment ',
  'prompt-runner optimize ',
  'prompt-runner model ',
  'prompt-runner cache ',
  'prompt-runner db ',
];

/** Once, however often a command is led. */
function withOptions(command: string, options: string): string {
  return command.endsWith(` ${options}`) ? command : `${command} ${options}`;
}
