import type { ExecutionRequest } from '../../../engine/execution/execution-request.js';
import type { WorkTurn } from '../../../engine/workflow/run/step-work.js';
import type { AskTask, FilledPrompt, PromptTask } from '../../../engine/workflow/run/task.js';
import type { ModelName } from '../../../models/spec/model-name.js';
import { referenceText } from '../../../prompts/prompt-reference.js';
import { reading } from '../../access/access.js';
import type { Deps } from '../../deps.js';
import { ceilingsOf } from '../../execution/ceilings.js';
import { mergedParameters, parametersOfPrompt } from '../../execution/run-parameters.js';
import type { Question } from '../../execution/run-question.js';
import { oldestAnswer } from '../../execution/run-request.js';
import { schemaOfPrompt } from '../../execution/run-schema.js';
import { promptModel } from '../../model/prompt-model.js';
import { resolveModel } from '../../model/resolve-model.js';
import { type RenderedPrompt, renderedPrompt } from '../../prompt/rendered-prompt.js';
import type { StartedRun } from './started-run.js';

/** A prompt of a workflow, in the version that its run keeps to, with what that brought in when the run began. */
export function pinnedPrompt(
  deps: Deps,
  { settings, createdAt }: StartedRun,
  { reference, values }: FilledPrompt,
): Promise<RenderedPrompt> {
  const named = referenceText(reference);
  const exact = settings.prompts[named] ?? named;
  const given = { assignments: [], variablesFile: undefined, values };
  return renderedPrompt(reading(deps), exact, given, createdAt);
}

/**
 * What a step asks a model, and on what terms: by what the step says, else by whoever runs it, the workflow, the
 * prompt, the settings.
 *
 * @throws what rendering a prompt does
 * @throws ModelNotChosenError, ModelRefusedError
 */
export async function taskRequest(
  deps: Deps,
  run: StartedRun,
  task: PromptTask | AskTask,
  { step, fresh }: Pick<WorkTurn, 'step' | 'fresh'>,
): Promise<ExecutionRequest> {
  const { prompt, messages, settings } = await questionOf(deps, run, task);
  const own = parametersOfPrompt(settings.parameters);
  return {
    model: await modelFor(deps, run, task, { prompt, settings }),
    messages,
    parameters: mergedParameters(own.parameters, task.parameters, []),
    responseSchema: task.schema ?? schemaOfPrompt(settings.responseSchema),
    tools: [],
    agent: null,
    prompt,
    project: run.project,
    place: { run: run.id, try: step.position },
    rerunOf: null,
    ceilings: ceilingsOf(deps, { workflow: run.limit }),
    cachedSince: fresh ? null : oldestAnswer(deps),
  };
}

const noSettings: Question['settings'] = { model: null, parameters: {}, responseSchema: null };

async function questionOf(
  deps: Deps,
  run: StartedRun,
  task: PromptTask | AskTask,
): Promise<Omit<Question, 'warnings'>> {
  if (task.kind === 'ask') {
    const system = task.system === null ? [] : [{ role: 'system', text: task.system } as const];
    const messages = [...system, { role: 'user', text: task.text } as const];
    return { prompt: { version: null, reference: null }, messages, settings: noSettings };
  }
  const { prompt, version, messages } = await pinnedPrompt(deps, run, task.prompt);
  return {
    prompt: { version: version.id, reference: `${prompt.name}@${version.number}` },
    messages,
    settings: version.content.settings,
  };
}

function modelFor(
  deps: Deps,
  { project, settings, name }: StartedRun,
  { model, usualModel }: PromptTask | AskTask,
  { prompt, settings: ofPrompt }: Pick<Question, 'prompt' | 'settings'>,
): Promise<ModelName> {
  const workflow = `The workflow ${name}`;
  if (model !== null) return promptModel(deps, model, workflow, project);
  if (settings.model !== null) return resolveModel(deps, settings.model, project);
  if (usualModel !== null) return promptModel(deps, usualModel, workflow, project);
  if (ofPrompt.model !== null)
    return promptModel(deps, ofPrompt.model, `The prompt ${prompt.reference}`, project);
  return resolveModel(deps, undefined, project);
}
