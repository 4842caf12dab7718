import * as z from 'zod/mini';
import { PromptRunnerError } from '../../../base/errors.js';
import { advanceRun } from '../../../engine/run/advance-run.js';
import { RunBusyError } from '../../../engine/run/errors.js';
import type { Run } from '../../../engine/run/run.js';
import type { Session } from '../../../engine/session/session.js';
import { skipAnalysis } from '../../../engine/session/skip-analysis.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import { requireRecordRole } from '../../access/require-role.js';
import { sessionPorts } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import { holdingPorts } from '../../execution/holding-ports.js';
import { whereabouts } from '../../project/current-project.js';
import { beginSession, entryOf, withoutExperiments } from '../begin-session.js';
import { findSession } from '../find-session.js';
import { featureTypeName, givenText, requestSource } from '../given-text.js';
import { namedTemplatesInput, requireNamed } from '../named-templates.js';
import { chosenVariants, type Participation } from '../participation.js';
import { NoRunError } from './errors.js';
import { programOf } from './program-of.js';
import type { FollowedDeps } from './run-follower.js';
import type { RunOutput } from './run-outputs.js';
import { type CommandSettings, phaseName, type RunSettings } from './run-settings.js';
import { runOutputOf } from './run-view.js';
import { createRun, latestRun } from './session-runs.js';
import {
  type GivenSettings,
  requireImplementable,
  requireModels,
  settleSettings,
} from './settle-settings.js';
import { strategyOf } from './strategy-of.js';

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
  /** Variants that a new session shall have of experiments, by their names. */
  variants: z._default(chosenVariants, {}),
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
    if (found === null) return begin(deps, given);
    const told = before === null ? toldBy(given, await strategyOf(deps, found)) : given;
    const settings = await settled(deps, told, { before, found });
    const session = given.quick ? await skipAnalysis(sessionPorts(deps), found) : found;
    const run = before ?? (await createRun(deps, session, settings));
    return advance(deps, session, { ...run, settings }, { ...settings, dirty: given.dirty });
  },
);

/** How the run goes, after a look whether it can. */
async function settled(
  deps: FollowedDeps,
  given: GivenSettings & Pick<RunInput, 'dirty'>,
  { before, found }: { readonly before: Run | null; readonly found: Session | null },
): Promise<RunSettings> {
  const settings = await settleSettings(deps, given, before);
  await requireModels(deps, settings);
  await requireImplementable(deps, found, { ...settings, dirty: given.dirty });
  return settings;
}

/** Begins a session; nothing is on record of one that could not be run. */
async function begin(deps: FollowedDeps, given: RunInput): Promise<RunOutput> {
  const { project, place } = await whereabouts(deps);
  await requireRecordRole(deps, project);
  const { quick, templates: named } = given;
  const scope = { project, featureType: given.featureType ?? null, named };
  await requireNamed(deps, scope);
  if (given.request === undefined) throw new Error('a session cannot begin without a request');
  const request = requestSource(given.request);
  const models = isNamed(given) ? 'named' : 'open';
  const offered = await entryOf(deps, { ...scope, chosen: given.variants, models });
  const planned = await settledEntry(deps, given, offered);
  const { session, entry } = await beginSession(deps, { ...scope, request, quick }, planned.entry);
  await deps.store.activeChoices.choose(place, 'session', session.id, deps.clock.now());
  const { settings } = entry === planned.entry ? planned : await settledEntry(deps, given, entry);
  const run = await createRun(deps, session, settings);
  const output = await advance(deps, session, run, { ...settings, dirty: given.dirty });
  return { ...output, notes: [...entry.notes] };
}

const nothingYet = { before: null, found: null };

/** A run that is not possible with what an experiment says of models goes on without the experiment, and says so. */
async function settledEntry(
  deps: FollowedDeps,
  given: RunInput,
  entry: Participation,
): Promise<{ readonly entry: Participation; readonly settings: RunSettings }> {
  try {
    return { entry, settings: await settled(deps, toldBy(given, entry), nothingYet) };
  } catch (error) {
    const isTold = Object.keys(entry.models).length > 0 && entry.experiments.every(({ chosen }) => !chosen);
    if (!isTold || !(error instanceof PromptRunnerError)) throw error;
    const why = `its variant cannot be run here (${error.message.replace(/\.$/, '')})`;
    const without = withoutExperiments(entry, given.templates, why);
    return { entry: without, settings: await settled(deps, given, nothingYet) };
  }
}

/** Whether somebody said who does what. */
function isNamed({ model, models }: RunInput): boolean {
  return model !== undefined || Object.values(models).some((name) => name !== undefined);
}

/** With what an experiment says of who does what, where the caller says nothing. */
function toldBy(
  given: RunInput,
  { models, parameters }: Pick<Participation, 'models' | 'parameters'>,
): RunInput & GivenSettings {
  return isNamed(given) ? given : { ...given, models, parameters: { ...parameters } };
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
