import { resolve } from 'node:path';
import type { runPrompt } from '../../operations/execution/run-prompt.js';
import type { CommandSpec, InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { readFileWithin } from '../input/read-file.js';
import { NAMED_LIMIT_BYTES, readNamed, STDIN } from '../input/read-named.js';
import { refuseSharedStdin } from '../input/refuse-shared-stdin.js';
import { readText } from '../input/text-source.js';
import { parseAmount } from '../parse-amount.js';
import { UsageError } from '../usage-error.js';
import { modelOptions, variableOptions, waitOptions } from './ask-options.js';
import type { RunSpec } from './command.js';

type RunInput = InputOf<RunSpec>;
/** A question as the operations that ask take it. */
export type GivenQuestion = Parameters<typeof runPrompt>[1];

const ATTACHMENT_LIMIT_BYTES = 50_000_000;

/**
 * What the command line asks.
 * @throws UsageError when it reads two things from standard input
 * @throws what reading files does
 */
export async function givenQuestion(context: CommandContext, input: RunInput): Promise<GivenQuestion> {
  const { options } = input;
  return {
    ...(await askedThing(context, input)),
    ...(await givenTerms(context, options)),
    attachments: await Promise.all(options.attach.map((path) => attachment(context, path))),
    maxCost: parseAmount('--max-cost', options['max-cost']),
  };
}

type TermOptions = InputOf<CommandSpec<Record<never, never>, typeof termOptions>>['options'];
const termOptions = { ...variableOptions, ...modelOptions, ...waitOptions };

/**
 * What the command line says of a question besides the thing that is asked.
 * @throws what reading files does
 */
export async function givenTerms(context: CommandContext, options: TermOptions) {
  return {
    system: options.system,
    assignments: options.var,
    variablesFile:
      options.vars === undefined ? undefined : await readNamed(context, 'the variables', options.vars),
    model: options.model,
    parameters: givenParameters(options),
    options: options.option,
    schema: options.schema === undefined ? undefined : await readNamed(context, 'the schema', options.schema),
    timeoutSeconds: options.timeout,
    fresh: options['no-cache'],
  };
}

/** What has a blank is a text; no prompt is called so. */
async function askedThing(
  context: CommandContext,
  { arguments: { prompt }, options }: RunInput,
): Promise<Pick<GivenQuestion, 'prompt' | 'text'>> {
  if (prompt !== undefined && options.text !== undefined) {
    throw new UsageError('PROMPT and --text are two things to ask.', { hint: 'Keep one of them.' });
  }
  if (prompt !== undefined && prompt !== STDIN && !/\s/.test(prompt)) return { prompt };
  refuseSharedInput(prompt, options);
  const source = {
    what: 'the text to ask',
    argumentName: 'PROMPT',
    argument: prompt ?? options.text,
    limitBytes: NAMED_LIMIT_BYTES,
  };
  const { bytes, method, name } = await readText(source, context);
  return { text: { bytes, input: { method, name } } };
}

function refuseSharedInput(prompt: string | undefined, { text, vars, schema }: RunInput['options']): void {
  const isText = prompt === STDIN || (prompt === undefined && text === undefined);
  refuseSharedStdin({ 'the text': isText ? STDIN : undefined, '--vars': vars, '--schema': schema });
}

async function attachment(context: CommandContext, path: string) {
  return { name: path, bytes: await readFileWithin(resolve(context.cwd, path), ATTACHMENT_LIMIT_BYTES) };
}

type ParameterValues = Pick<
  RunInput['options'],
  | 'temperature'
  | 'top-p'
  | 'top-k'
  | 'max-tokens'
  | 'stop'
  | 'seed'
  | 'presence-penalty'
  | 'frequency-penalty'
>;

/** How the model shall answer, by what the command line says. */
export function givenParameters(options: ParameterValues): NonNullable<GivenQuestion['parameters']> {
  return {
    temperature: options.temperature,
    topP: options['top-p'],
    topK: options['top-k'],
    maxOutputTokens: options['max-tokens'],
    stopSequences: options.stop.length === 0 ? undefined : [...options.stop],
    seed: options.seed,
    presencePenalty: options['presence-penalty'],
    frequencyPenalty: options['frequency-penalty'],
  };
}
