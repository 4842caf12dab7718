import * as z from 'zod/mini';
import { PromptRunnerError } from '../../../base/errors.js';
import { advanceRun } from '../../../engine/run/advance-run.js';
import { RunBusyError } from '../../../engine/run/errors.js';
import type { Run } from '../../../engine/run/run.js';
import { planSession } from '../../../engine/session/plan-session.js';
import type { Session } from '../../../engine/session/session.js';
import { skipAnalysis } from '../../../engine/session/skip-analysis.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import { requireRecordRole } from '../../access/require-role.js';
import { sessionPorts } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import { holdingPorts } from '../../execution/holding-ports.js';
import { whereabouts } from '../../project/current-project.js';
import { findSession } from '../find-session.js';
import { featureTypeName, givenText, requestSource } from '../given-text.js';
import { namedTemplatesInput, requireNamed } from '../named-templates.js';
import { NoRunError } from './errors.js';
import { programOf } from './program-of.js';
import type { FollowedDeps } from './run-follower.js';
import type { RunOutput } from './run-outputs.js';
import { type CommandSettings, phaseName } from './run-settings.js';
import { runOutputOf } from './run-view.js';
import { createRun, latestRun } from './session-runs.js';
import { requireImplementable, requireModels, settleSettings } from './settle-settings.js';

const optional = z.optional;

const input = z.object({
  /** What shall be built; without it, a session that is there goes on. */
  request: optional(givenText),
  featureType: optional(featureTypeName),
  templates: z._default(namedTemplatesInput, {}),
  quick: z._default(z.boolean(), false),
  /** The session that goes on; the one in use when none is named. */
  session: optional(z.string()),
  /** Go on with the newest run of the session, and in no case begin one. */
  resume: z._default(z.boolean(), false),
  /** Who does all phases, and who does one of them. */
  model: optional(z.string()),
  models: z._default(
    z.partial(z.object({ planning: z.string(), analysis: z.string(), implementation: z.string() })),
    {},
  ),
  until: optional(phaseName),
  approve: optional(z.enum(['each', 'none'])),
  parts: optional(z.boolean()),
  /** The test command: a program and its arguments. */
  verify: optional(z.array(z.string()).check(z.minLength(1))),
  worktree: optional(z.boolean()),
  /** Work among uncommitted changes: agreed to for this once. */
  dirty: z._default(z.boolean(), false),
  /** What the session may cost, in US dollars. */
  maxCost: optional(z.number().check(z.positive())),
});

type RunInput = z.output<typeof input>;

/**
 * Takes a session from its request towards its end, each phase by a model or an agent, up to a gate, to an
 * end, or to what fails. Whatever happens, the session and the run are on record and can go on.
 *
 * @throws NotAllowedError in a workspace without the database
 * @throws ModelNotChosenError, ModelUnknownError, KeyMissingError before anything is begun
 * @throws WorktreeDirtyError before anything is begun that could not be implemented
 * @throws NoRunError when a run shall go on and there is none
 */
export const runSession = guarded(
  needs.runSession,
  input,
  async (deps: FollowedDeps, given): Promise<RunOutput> => {
    // Before anything is begun: a workspace keeps no record of runs.
    executionsOf(deps);
    const found = given.request === undefined ? await findSession(deps, given.session) : null;
    const before = found && (await latestRun(deps, found));
    if (given.resume && before === null) throw new NoRunError(found?.id ?? null);
    const settings = await settleSettings(deps, given, before);
    await requireModels(deps, settings);
    const command = { ...settings, dirty: given.dirty };
    await requireImplementable(deps, found, command);
    const session = found === null ? await begin(deps, given) : await settled(deps, found, given);
    const run = before ?? (await createRun(deps, session, settings));
    return advance(deps, session, { ...run, settings }, command);
  },
);

/** A session that is there already may turn out to be small. */
function settled(deps: FollowedDeps, session: Session, { quick }: RunInput): Promise<Session> | Session {
  return quick ? skipAnalysis(sessionPorts(deps), session) : session;
}

async function begin(
  deps: FollowedDeps,
  { request, featureType, templates, quick }: RunInput,
): Promise<Session> {
  if (request === undefined) throw new Error('a session cannot begin without a request');
  const { project, place } = await whereabouts(deps);
  await requireRecordRole(deps, project);
  await requireNamed(deps, { project, featureType: featureType ?? null, named: templates });
  const { session } = await planSession(sessionPorts(deps), {
    request: requestSource(request),
    project: project && { id: project.id, name: project.name, root: project.root },
    featureType: featureType ?? null,
    templates,
    quick,
  });
  await deps.store.activeChoices.choose(place, 'session', session.id, deps.clock.now());
  return session;
}

/** A step that fails leaves the run where it can go on from: that is a result, too. */
async function advance(
  deps: FollowedDeps,
  session: Session,
  run: Run,
  settings: CommandSettings,
): Promise<RunOutput> {
  const program = programOf(deps, session, settings, () => findSession(deps, session.id));
  try {
    await advanceRun(holdingPorts(deps), run, program, deps.follow);
  } catch (error) {
    if (!(error instanceof PromptRunnerError) || error instanceof RunBusyError) throw error;
    return runOutputOf(deps, run.id, { hint: error.remedy.hint });
  }
  return runOutputOf(deps, run.id);
}
