import * as z from 'zod/mini';
import { isSessionId, type ProjectId, type SessionId } from '../../base/ids.js';
import { executionStatuses } from '../../engine/execution/execution.js';
import { writtenModelName } from '../../models/spec/model-name.js';
import type { ExecutionFilter } from '../../store/execution-filter.js';
import { accessOf } from '../access/access.js';
import type { Deps } from '../deps.js';
import { resolveModel } from '../model/resolve-model.js';
import { namedProject } from '../project/named-project.js';
import { findPrompt, versionOf } from '../prompt/find-prompt.js';
import { findSession } from '../session/find-session.js';

/** Which executions are meant, as a caller says it. */
export const filterInput = z.object({
  /** The model's name, or an alias of it. */
  model: z.optional(z.string()),
  status: z.optional(z.enum(executionStatuses)),
  kind: z.optional(z.enum(['model', 'agent', 'pasted'])),
  /** A prompt in any of its versions, or one of them: `team/review@3`. */
  prompt: z.optional(z.string()),
  session: z.optional(z.string()),
  /** Every project's, unless one is named here or in the surroundings. */
  project: z.optional(z.string()),
  /** Begun at this time or later. */
  since: z.optional(z.date()),
  /** Begun before this time. */
  until: z.optional(z.date()),
});

/**
 * The filter with names turned into what they mean here.
 *
 * @throws NotFoundError, AmbiguousReferenceError when a prompt, session or project is named that is not there
 */
export async function filterFrom(
  deps: Deps,
  { model, prompt, session, project: named, ...rest }: z.output<typeof filterInput>,
): Promise<ExecutionFilter> {
  const project = (await namedProject(deps, named))?.id;
  return {
    ...rest,
    project,
    hidden: await accessOf(deps).hidden(),
    ...(prompt === undefined ? {} : await promptFilter(deps, prompt)),
    model: model === undefined ? undefined : await modelNamed(deps, model, project),
    session: session === undefined ? undefined : await sessionIdOf(deps, session),
  };
}

async function modelNamed(deps: Deps, name: string, project: ProjectId | undefined): Promise<string> {
  return writtenModelName(await resolveModel(deps, name, project ?? null));
}

async function promptFilter(
  deps: Deps,
  reference: string,
): Promise<Pick<ExecutionFilter, 'prompt' | 'promptVersion'>> {
  const { prompt, choice } = await findPrompt(deps, reference);
  if (choice.by === 'latest') return { prompt: prompt.id };
  return { promptVersion: (await versionOf(deps, prompt, choice)).id };
}

/** A session may lie in a workspace, and be known here by its id only. */
async function sessionIdOf(deps: Deps, reference: string): Promise<SessionId> {
  return isSessionId(reference) ? reference : (await findSession(deps, reference)).id;
}
