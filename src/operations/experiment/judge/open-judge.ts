import type { ExecutionRequest } from '../../../engine/execution/execution-request.js';
import type { Deps } from '../../deps.js';
import { ceilingsOf } from '../../execution/ceilings.js';
import { type OpenRequest, openRequest } from '../../execution/run-ports.js';
import { oldestAnswer } from '../../execution/run-request.js';
import { resolveModel } from '../../model/resolve-model.js';
import { whereabouts } from '../../project/current-project.js';

/**
 * Opens the model that judges, before anything is asked of it. The very same question is not asked twice: its answer may
 * come from the cache.
 *
 * @param model `provider:model` or an alias; null for the usual one
 * @throws ModelNotChosenError, ModelUnknownError, KeyMissingError, ProviderMissingError
 */
export async function openJudge(deps: Deps, model: string | null): Promise<OpenRequest> {
  const project = (await whereabouts(deps)).project?.id ?? null;
  const request: ExecutionRequest = {
    model: await resolveModel(deps, model ?? undefined, project),
    messages: [],
    parameters: {},
    responseSchema: null,
    tools: [],
    agent: null,
    prompt: { version: null, reference: null },
    project,
    place: null,
    rerunOf: null,
    ceilings: ceilingsOf(deps, {}),
    cachedSince: oldestAnswer(deps),
  };
  return openRequest(deps, request, undefined);
}
