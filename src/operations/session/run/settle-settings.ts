import { PriceUnknownError } from '../../../engine/execution/errors.js';
import type { Run } from '../../../engine/run/run.js';
import { type Phase, phases } from '../../../engine/session/phase.js';
import type { Session } from '../../../engine/session/session.js';
import { readModelName, writtenModelName } from '../../../models/spec/model-name.js';
import type { OpenModel } from '../../../models/spec/open-model.js';
import type { Deps } from '../../deps.js';
import { ceilingsOf } from '../../execution/ceilings.js';
import { resolveModel } from '../../model/resolve-model.js';
import { whereabouts } from '../../project/current-project.js';
import { codebaseRoot } from './codebase-root.js';
import { requireGround } from './implementation-ground.js';
import { type CommandSettings, type RunSettings, readRunSettings } from './run-settings.js';

/** What a caller says of a run; what is left out stays as it was, or is as usual. */
export interface GivenSettings {
  readonly model?: string | undefined;
  readonly models: Readonly<Partial<Record<Phase, string | undefined>>>;
  /** How they shall answer, where nobody said it before. */
  readonly parameters?: RunSettings['parameters'] | undefined;
  readonly until?: Phase | undefined;
  readonly approve?: 'each' | 'none' | undefined;
  readonly parts?: boolean | undefined;
  readonly verify?: readonly string[] | undefined;
  readonly worktree?: boolean | undefined;
  readonly maxCost?: number | undefined;
}

const usual: Omit<RunSettings, 'models'> = {
  parameters: {},
  until: 'implementation',
  approve: 'each',
  parts: false,
  verify: null,
  worktree: false,
  max_cost: null,
};

/**
 * How a run goes: by what the caller says, else as it went before, else as usual.
 *
 * @throws ModelNotChosenError when no model is named for a phase that is done
 */
export async function settleSettings(
  deps: Deps,
  given: GivenSettings,
  before: Run | null,
): Promise<RunSettings> {
  const kept = before === null ? null : readRunSettings(before.settings);
  const base = kept ?? usual;
  const until = given.until ?? base.until;
  return {
    models: await settleModels(deps, given, kept, until),
    parameters: given.parameters ?? base.parameters,
    until,
    approve: given.approve ?? base.approve,
    parts: given.parts ?? base.parts,
    verify: given.verify === undefined ? base.verify : [...given.verify],
    worktree: given.worktree ?? base.worktree,
    max_cost: given.maxCost ?? base.max_cost,
  };
}

async function settleModels(
  deps: Deps,
  given: GivenSettings,
  kept: RunSettings | null,
  until: Phase,
): Promise<RunSettings['models']> {
  const { project } = await whereabouts(deps);
  const settle = async (phase: Phase) => {
    const named = given.models[phase] ?? given.model;
    const before = named === undefined ? kept?.models[phase] : undefined;
    return before ?? writtenModelName(await resolveModel(deps, named, project?.id ?? null));
  };
  /** Who does a phase that comes after the last one is settled as soon as somebody is named. */
  const settleLater = async (phase: Phase) => {
    const isNamed = (given.models[phase] ?? given.model ?? kept?.models[phase] ?? null) !== null;
    return isNamed || phasesUntil(until).includes(phase) ? settle(phase) : null;
  };
  return {
    planning: await settle('planning'),
    analysis: await settleLater('analysis'),
    implementation: await settleLater('implementation'),
  };
}

function phasesUntil(last: Phase): readonly Phase[] {
  return phases.slice(0, phases.indexOf(last) + 1);
}

/**
 * Opens every model that will be asked, so that a missing key shows before anything is paid for; and under a
 * ceiling looks whether each can be held to it.
 *
 * @throws ModelUnknownError, KeyMissingError, ProviderMissingError, AgentMissingError
 * @throws PriceUnknownError
 */
export async function requireModels(deps: Deps, { models, until, max_cost }: RunSettings): Promise<void> {
  const { run, session, day } = ceilingsOf(deps, { session: max_cost ?? undefined });
  const limited = run !== null || session !== null || day !== null;
  const asked = phasesUntil(until).flatMap((phase) => models[phase] ?? []);
  for (const name of new Set(asked)) {
    const model = await deps.models.models.open(readModelName(name));
    if (limited) await requirePrice(deps, model);
  }
}

async function requirePrice({ models, clock }: Deps, { name, kind, abilities }: OpenModel): Promise<void> {
  const known = kind === 'agent' ? abilities.budget : (await models.priceOf(name, clock.now())) !== null;
  if (!known) throw new PriceUnknownError(name, kind);
}

/**
 * Looks whether an agent may change files where it is meant to: only an agent does, and only in the last phase.
 *
 * @param session null for one that is not begun yet
 * @throws WorktreeDirtyError before anything is paid for
 */
export async function requireImplementable(
  deps: Deps,
  session: Session | null,
  { until, models, worktree, dirty }: CommandSettings,
): Promise<void> {
  if (until !== 'implementation' || models.implementation === null) return;
  const { kind } = await deps.models.models.open(readModelName(models.implementation));
  if (kind !== 'agent') return;
  const project = session === null ? (await whereabouts(deps)).project : session.project;
  await requireGround({ session: session?.id ?? null, root: codebaseRoot(deps, project), worktree, dirty });
}
