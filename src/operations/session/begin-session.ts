import { newSessionId } from '../../base/ids.js';
import type { ComposedPrompt } from '../../engine/session/compose-prompt.js';
import type { RequestSource } from '../../engine/session/feature-request.js';
import { planSession as plan } from '../../engine/session/plan-session.js';
import type { NamedTemplates, TemplateScope } from '../../engine/session/prompt-template.js';
import type { Session } from '../../engine/session/session.js';
import { TemplateError } from '../../templates/index.js';
import { type Deps, sessionPorts } from '../deps.js';
import { type Participation, participation, type SessionToBegin } from './participation.js';

/** A session to be begun. */
export interface NewSession extends Omit<TemplateScope, 'named'> {
  readonly request: RequestSource;
  readonly quick: boolean;
  /** The templates that somebody named. */
  readonly named: NamedTemplates;
}

/** A session that was begun, its planning prompt, and what it got of experiments in the end. */
export interface BegunSession {
  readonly session: Session;
  readonly prompt: ComposedPrompt;
  readonly entry: Participation;
}

/**
 * Starts a session under what it got of experiments. When the planning template of a variant cannot be rendered, it
 * starts without experiments and says so: somebody has a feature to build.
 *
 * @throws RequestRefusedError when the request is empty, not text or too large
 * @throws TemplateError when a template that somebody named cannot be rendered
 */
export async function beginSession(
  deps: Deps,
  given: NewSession,
  entry: Participation,
): Promise<BegunSession> {
  try {
    return { ...(await planned(deps, given, entry)), entry };
  } catch (error) {
    const isOurs = entry.templates.orchestrator !== given.named.orchestrator;
    if (!isOurs || !(error instanceof TemplateError)) throw error;
    const why = `a template of its variant cannot be rendered (${error.message})`;
    const without = withoutExperiments(entry, given.named, why);
    return { ...(await planned(deps, given, without)), entry: without };
  }
}

/**
 * What the session that is to begin gets of experiments.
 *
 * @throws what `participation` throws
 */
export function entryOf(deps: Deps, session: Omit<SessionToBegin, 'id'>): Promise<Participation> {
  return participation(deps, { id: newSessionId(), ...session });
}

function planned(deps: Deps, given: NewSession, { session: id, templates, assignments }: Participation) {
  const { request, project, featureType, quick } = given;
  return plan(sessionPorts(deps), {
    id,
    request,
    project: project && { id: project.id, name: project.name, root: project.root },
    ...{ featureType, templates, quick, assignments },
  });
}

/** The session as it would begin if there were no experiments, with the reason for that. */
export function withoutExperiments(
  { session, experiments, notes }: Participation,
  named: NamedTemplates,
  why: string,
): Participation {
  const names = experiments.map(({ experiment: { name } }) => `"${name}"`).join(', ');
  return {
    session,
    templates: named,
    models: {},
    parameters: {},
    assignments: [],
    experiments: [],
    notes: [...notes, `It takes no part in the experiment ${names}: ${why}.`],
  };
}
