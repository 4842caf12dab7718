import type { ItemInput } from '../../engine/batch/batch.js';
import type { ModelMessage } from '../../models/spec/model-request.js';
import { bindVariables, type PromptVariable } from '../../prompts/bind-variables.js';
import type { Prompt, PromptVersion } from '../../prompts/prompt.js';
import { contentRenderer } from '../../prompts/render-content.js';
import type { GivenValue } from '../../prompts/typed-value.js';
import { usedVariables } from '../../prompts/used-variables.js';
import type { Deps } from '../deps.js';
import { NotFoundError } from '../errors.js';
import { libraryOf } from '../library.js';
import { builtinPrompt } from '../prompt/builtin-prompt.js';
import { fetchText } from '../prompt/fetch-text.js';
import { promptVariablesOf } from '../prompt/views/variable-views.js';
import { withMessage } from '../prompt/with-message.js';
import type { BatchQuestion } from './batch-question.js';

/** A version of a prompt. */
export interface FoundVersion {
  readonly prompt: Prompt;
  readonly version: PromptVersion;
  /** What it brings in is what that was then; what it is now, unless given. */
  readonly asOf?: Date;
}

/** Puts the values of a row into a prompt. */
export interface RowRenderer {
  /**
   * The messages for a row.
   *
   * @throws VariablesMissingError, VariableValueError, TemplateVariablesError
   * @throws TemplateError of any class, IncludeRefusedError
   */
  render(input: ItemInput): Promise<readonly ModelMessage[]>;
  /** What was given for all rows, and is no variable of the prompt. */
  readonly surplus: readonly string[];
}

/**
 * Looks at a prompt once, and renders it for any number of rows: it is compiled once, and what it brings in fetched
 * once.
 */
export async function rowRenderer(
  deps: Deps,
  { prompt, version, asOf }: FoundVersion,
  { system, values, valuesAre }: Pick<BatchQuestion, 'system' | 'values' | 'valuesAre'>,
): Promise<RowRenderer> {
  const fetch = fetchText(deps, prompt.project, asOf);
  const used = await usedVariables(version.content, fetch, prompt.name);
  const variables = promptVariablesOf(version.content, used);
  const render = contentRenderer(prompt.name, version.content, fetch);
  const known = new Set(variables.map(({ name }) => name));
  const given = Object.entries(values);
  const ofRow = valuesAre === 'words' ? asWord : asData;
  const left = valuesAre === 'words' ? leftToDefault(variables) : new Set<string>();
  const isGiven = (name: string, value: unknown) => value !== '' || !left.has(name);
  return {
    surplus: given.flatMap(([name]) => (known.has(name) ? [] : [name])),
    async render(input) {
      const row = Object.entries(input)
        .filter(([name, value]) => isGiven(name, value))
        .map(([name, value]) => [name, ofRow(value)] as const);
      const bound = bindVariables(prompt.name, variables, new Map<string, GivenValue>([...given, ...row]));
      const messages = await render(bound.values);
      if (system === null) return messages;
      return withMessage(prompt.name, messages, { role: 'system', text: system });
    },
  };
}

/** The variables of which an empty field says nothing: they are no texts, and have a default. */
function leftToDefault(variables: readonly PromptVariable[]): ReadonlySet<string> {
  const left = variables.filter(
    ({ declaration }) =>
      declaration?.default !== undefined && declaration.type !== 'string' && declaration.type !== 'any',
  );
  return new Set(left.map(({ name }) => name));
}

/** The version that a batch keeps to, also after the prompt was deleted. */
export async function versionOfBatch(
  deps: Deps,
  { prompt: id, version: number }: BatchQuestion,
  reference: string,
): Promise<FoundVersion> {
  const builtin = builtinPrompt(reference.replace(/@\d+$/, ''));
  if (builtin?.prompt.id === id) return builtin;
  const { prompts, promptVersions } = libraryOf(deps);
  const [prompt] = await prompts.withIds([id]);
  const version = prompt && (await promptVersions.version(prompt, { by: 'number', number }));
  if (prompt !== undefined && version !== undefined) return { prompt, version };
  throw new NotFoundError('PROMPT_VERSION_NOT_FOUND', `The prompt ${reference} is there no more.`, {
    hint: 'The rows that were asked are on record; the others cannot be asked any more.',
  });
}

function asWord(value: unknown): GivenValue {
  return typeof value === 'string' ? { from: 'word', text: value } : asData(value);
}

function asData(value: unknown): GivenValue {
  return { from: 'data', value };
}
