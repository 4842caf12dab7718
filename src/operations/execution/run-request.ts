import type { ExecutionRequest } from '../../engine/execution/execution-request.js';
import type { ModelName } from '../../models/spec/model-name.js';
import type { Attachment, ModelMessage } from '../../models/spec/model-request.js';
import type { Project } from '../../store/project.js';
import { requireRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { promptModel } from '../model/prompt-model.js';
import { resolveModel } from '../model/resolve-model.js';
import { whereabouts } from '../project/current-project.js';
import type { MessageView } from '../prompt/outputs.js';
import { ceilingsOf } from './ceilings.js';
import { attachmentOf } from './run-attachment.js';
import type { GivenQuestion } from './run-input.js';
import { mergedParameters, parametersOfPrompt } from './run-parameters.js';
import { type Question, questionOf } from './run-question.js';
import { schemaInFile, schemaOfPrompt } from './run-schema.js';

const DAY = 86_400_000;

/** What is about to be asked. */
export interface PreparedRequest {
  readonly request: ExecutionRequest;
  readonly warnings: readonly string[];
}

/**
 * All that is asked, of whom, and on what terms: by what the caller says, else by the prompt, else by the
 * settings. Nothing is opened and nothing asked.
 *
 * @throws what rendering a prompt and reading its files do
 * @throws ModelNotChosenError, ModelRefusedError
 */
export async function prepareRequest(deps: Deps, given: GivenQuestion): Promise<PreparedRequest> {
  return requestOf(deps, given, await questionOf(deps, given));
}

/**
 * The same for a question in its own words.
 * @throws ModelNotChosenError, ModelRefusedError
 */
export async function requestOf(
  deps: Deps,
  given: GivenQuestion,
  question: Question,
): Promise<PreparedRequest> {
  const { project } = await whereabouts(deps);
  await requireRole(deps, project);
  const { responseSchema, parameters } = question.settings;
  const own = parametersOfPrompt(parameters);
  const request: ExecutionRequest = {
    model: await modelFor(deps, given, question, project),
    messages: withAttachments(question.messages, given.attachments.map(attachmentOf)),
    parameters: mergedParameters(own.parameters, given.parameters, given.options),
    responseSchema: given.schema === undefined ? schemaOfPrompt(responseSchema) : schemaInFile(given.schema),
    tools: [],
    agent: null,
    prompt: question.prompt,
    project: project?.id ?? null,
    place: null,
    rerunOf: null,
    ceilings: ceilingsOf(deps, { run: given.maxCost }),
    cachedSince: given.fresh ? null : oldestAnswer(deps),
  };
  return { request, warnings: [...question.warnings, ...own.warnings] };
}

function modelFor(
  deps: Deps,
  { model }: GivenQuestion,
  { settings, prompt }: Question,
  project: Project | null,
): Promise<ModelName> {
  const id = project?.id ?? null;
  if (model !== undefined || settings.model === null) return resolveModel(deps, model, id);
  return promptModel(deps, settings.model, `The prompt ${prompt.reference}`, id);
}

/** Files go with the last message of the user's; where there is none, with one of their own. */
function withAttachments(
  messages: readonly MessageView[],
  attachments: readonly Attachment[],
): readonly ModelMessage[] {
  if (attachments.length === 0) return messages;
  const last = messages.findLastIndex(({ role }) => role === 'user');
  if (last < 0) return [...messages, { role: 'user', text: '', attachments }];
  return messages.map((message, at) =>
    at === last ? { role: 'user', text: message.text, attachments } : message,
  );
}

/** The oldest answer that is given again; null when the settings want none. */
export function oldestAnswer({ config, clock }: Deps): Date | null {
  const days = config.values['cache.max_age_days'];
  return days === 'none' ? null : new Date(clock.now().getTime() - days * DAY);
}
