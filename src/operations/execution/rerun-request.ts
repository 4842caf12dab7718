import type { Execution } from '../../engine/execution/execution.js';
import { inSession } from '../../engine/execution/execution-place.js';
import type { ExecutionRequest, RunnableTool } from '../../engine/execution/execution-request.js';
import { type ModelName, readModelName } from '../../models/spec/model-name.js';
import { repositoryTools } from '../../repository/tools/repository-tools.js';
import type { Deps } from '../deps.js';
import { NotAllowedError } from '../errors.js';
import { resolveModel } from '../model/resolve-model.js';
import { codebaseRoot } from '../session/run/codebase-root.js';
import { ceilingsOf } from './ceilings.js';
import type { GivenRerun } from './rerun-execution.js';
import { mergedParameters } from './run-parameters.js';

/**
 * What asks the same as an execution did, but for what the caller wants otherwise.
 *
 * @throws NotAllowedError for a pasted answer, and for tools that are not there
 */
export async function rerunRequest(
  deps: Deps,
  original: Execution,
  given: GivenRerun,
): Promise<ExecutionRequest> {
  const { messages, responseSchema, prompt, project, id } = original;
  return {
    model: await modelOf(deps, original, given.model),
    messages,
    parameters: mergedParameters(original.parameters, given.parameters, given.options),
    responseSchema,
    tools: await toolsOf(deps, original),
    agent: null,
    prompt,
    project,
    place: null,
    rerunOf: id,
    ceilings: ceilingsOf(deps, { run: given.maxCost }),
    cachedSince: null,
  };
}

async function modelOf(
  deps: Deps,
  { id, model, project, place }: Execution,
  named: string | undefined,
): Promise<ModelName> {
  if (model === null) {
    const session = inSession(place)?.session;
    throw new NotAllowedError(`Execution ${id} was pasted: what was asked for it is not on record.`, {
      hint: 'See the session that it belongs to.',
      next:
        session === undefined
          ? `prompt-runner execution show ${id}`
          : `prompt-runner orchestrate show ${session}`,
    });
  }
  return named === undefined ? readModelName(model) : resolveModel(deps, named, project);
}

/** The tools look at the codebase as it is now. */
async function toolsOf(deps: Deps, { id, tools, project }: Execution): Promise<readonly RunnableTool[]> {
  if (tools.length === 0) return [];
  const [owner] = project === null ? [] : await deps.store.projects.withIdPrefix(project);
  const known = repositoryTools(codebaseRoot(deps, owner ?? null));
  return tools.map((name) => {
    const tool = known.find((one) => one.name === name);
    if (tool !== undefined) return tool;
    throw new NotAllowedError(`Execution ${id} had a tool that is not there any more: ${name}.`, {
      hint: 'See what was asked, and ask it otherwise.',
      next: `prompt-runner execution show ${id} --messages`,
    });
  });
}
