import { PromptRunnerError } from '../../base/errors.js';
import type { ExecutedPrompt } from '../../engine/execution/execution.js';
import type { PromptSettings } from '../../formats/index.js';
import { renderContent } from '../../prompts/render-content.js';
import type { FetchTemplate } from '../../templates/index.js';
import { reading } from '../access/access.js';
import type { Deps } from '../deps.js';
import { InvalidInputError } from '../operation.js';
import { fetchText } from '../prompt/fetch-text.js';
import type { MessageView } from '../prompt/outputs.js';
import { homeOf } from '../prompt/prompt-scope.js';
import { type GivenVariables, renderedPrompt } from '../prompt/rendered-prompt.js';
import { withMessage } from '../prompt/with-message.js';
import { readVariables } from '../template/read-variables.js';
import { utf8Text } from '../template/utf8-text.js';
import type { GivenQuestion } from './run-input.js';

/** What is asked, in the words in which it is asked. */
export interface Question {
  readonly prompt: ExecutedPrompt;
  readonly messages: readonly MessageView[];
  /** What the prompt asks of a model. */
  readonly settings: PromptSettings;
  readonly warnings: readonly string[];
}

const noSettings: PromptSettings = { model: null, parameters: {}, responseSchema: null };

/**
 * The messages of a prompt or of a text, rendered.
 *
 * @throws what rendering a prompt does; NotUtf8Error, InvalidInputError for a text
 */
export async function questionOf(deps: Deps, given: GivenQuestion): Promise<Question> {
  const question =
    given.prompt === undefined ? await ofText(deps, given) : await ofPrompt(deps, given.prompt, given);
  if (given.system === undefined) return question;
  const system = { role: 'system', text: given.system } as const;
  const name = question.prompt.reference ?? 'the text';
  return { ...question, messages: withMessage(name, question.messages, system) };
}

async function ofPrompt(deps: Deps, reference: string, variables: GivenVariables): Promise<Question> {
  const { prompt, version, messages, warnings } = await rendered(deps, reference, variables);
  return {
    prompt: { version: version.id, reference: `${prompt.name}@${version.number}` },
    messages,
    settings: version.content.settings,
    warnings,
  };
}

/** Who misses a prompt may have meant a text. */
async function rendered(deps: Deps, reference: string, variables: GivenVariables) {
  try {
    return await renderedPrompt(reading(deps), reference, variables);
  } catch (error) {
    if (!(error instanceof PromptRunnerError)) throw error;
    if (error.code !== 'PROMPT_NOT_FOUND' && error.code !== 'PROMPT_NAME') throw error;
    throw asTextPerhaps(error);
  }
}

function asTextPerhaps(error: PromptRunnerError): PromptRunnerError {
  const { hint, next } = error.remedy;
  const text = 'A text of one word is given with --text.';
  return error.withRemedy({ hint: hint === undefined ? text : `${hint} ${text}`, next });
}

async function ofText(deps: Deps, { text, ...variables }: GivenQuestion): Promise<Question> {
  if (text === undefined) throw new Error('neither a prompt nor a text was given');
  const decoded = utf8Text(text.bytes, text.input.name ?? 'the text').replace(/\r?\n$/, '');
  if (decoded.trim() === '') throw new InvalidInputError('There is nothing to ask: the text is empty.');
  const message = { role: 'user', text: decoded } as const;
  return {
    prompt: { version: null, reference: null },
    messages: hasVariables(variables) ? await renderedText(deps, message, variables) : [message],
    settings: noSettings,
    warnings: [],
  };
}

function hasVariables({ assignments, variablesFile, values }: GivenVariables): boolean {
  return assignments.length > 0 || variablesFile !== undefined || Object.keys(values).length > 0;
}

async function renderedText(
  deps: Deps,
  message: MessageView,
  { assignments, variablesFile, values }: GivenVariables,
): Promise<MessageView[]> {
  const given = { ...values, ...(await readVariables(variablesFile, assignments)) };
  const content = { messages: [message], variables: [], settings: noSettings };
  const messages = await renderContent('text', content, given, await templatesHere(deps));
  return messages.map(({ role, text }) => ({ role, text }));
}

/** What a text may bring in: the prompts that are seen here; nothing without a library. */
async function templatesHere(deps: Deps): Promise<FetchTemplate> {
  if (deps.library === null) return async () => undefined;
  return fetchText(deps, await homeOf(deps, false));
}
