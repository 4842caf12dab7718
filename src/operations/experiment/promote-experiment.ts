import * as z from 'zod/mini';
import { ExperimentStateError } from '../../engine/experiment/errors.js';
import type { Experiment, ExperimentVariant } from '../../engine/experiment/experiment.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { moveLabel } from '../prompt/move-label.js';
import type { ExperimentComparisonView, ExperimentPromoteOutput } from './analysis-outputs.js';
import { analyzeExperiment } from './analyze-experiment.js';
import { experimentCommand } from './experiment-command.js';
import { experimentReference } from './experiment-reference.js';
import { experimentAsItIs, findExperiment } from './find-experiment.js';
import { onlineSettings } from './online/online-settings.js';
import { sessionsOfExperiment } from './online/sessions-of-experiment.js';
import { promotable } from './promotable.js';
import { experimentView } from './views/experiment-view.js';

const input = z.object({
  ...experimentReference,
  /** The variant whose version it shall be; the one that is better than the control unless given. */
  variant: z.optional(z.string()),
  /** The label that is moved. */
  label: z._default(z.string(), 'production'),
  /** Move it although it is protected, on record. */
  force: z._default(z.boolean(), false),
});

/**
 * Points a label to the version of the variant that won, and writes why: beside the move of the label, in the audit log,
 * and with the experiment.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws ExperimentStateError while it runs or sessions of it are open, and when no variant is better; a variant that is
 *   named needs neither
 * @throws LabelProtectedError, NotPermittedError when the label is not the caller's to move
 */
export const promoteExperiment = guarded(
  needs.promoteExperiment,
  input,
  async (deps: Deps, given): Promise<ExperimentPromoteOutput> => {
    const experiment = await findExperiment(deps, given.experiment);
    requireRest(experiment);
    if (given.variant === undefined) await requireEnded(deps, experiment);
    const compared = await comparisonsOf(deps, experiment);
    const variant = chosen(experiment, compared, given.variant);
    const why = compared.find((one) => one.variant === variant.name)?.says ?? 'It is the control.';
    const note = `Experiment ${experiment.name} (${experiment.id}): ${why}`;
    const { label, moved, left, next } = await moveLabels(deps, experiment, variant, { ...given, note });
    const now = deps.clock.now();
    const { actor } = deps.config.values;
    const conclusion = { variant: variant.name, label, why, actor, at: now };
    await executionsOf(deps).experiments.conclude(experiment.id, conclusion, now);
    return {
      experiment: await experimentView(deps, await experimentAsItIs(deps, experiment)),
      variant: variant.name,
      ...{ label, moved, left, why, next },
    };
  },
);

interface Move {
  readonly label: string;
  readonly force: boolean;
  readonly note: string;
}

/** Doing so again after a crash moves the labels that are left. */
async function moveLabels(
  deps: Deps,
  experiment: Experiment,
  variant: ExperimentVariant,
  { label, force, note }: Move,
): Promise<Pick<ExperimentPromoteOutput, 'label' | 'moved' | 'left' | 'next'>> {
  const { prompts, left } = promotable(variant);
  if (prompts.length === 0) throw nothingToMove(experiment, variant);
  const moves: ExperimentPromoteOutput['moved'] = [];
  let last = { label, next: '' };
  for (const prompt of prompts) {
    const moved = await moveLabel(deps, { prompt, label, note, force });
    moves.push({ prompt, from: moved.from, to: moved.to, changed: moved.changed });
    last = moved;
  }
  return { label: last.label, moved: moves, left: [...left], next: last.next };
}

function nothingToMove({ name }: Experiment, variant: ExperimentVariant): ExperimentStateError {
  return new ExperimentStateError(
    `Variant "${variant.name}" of experiment "${name}" has no prompt of the library: there is no label to move.`,
    {
      hint: 'Models are chosen in the settings; templates that come with the program are in force where no other is.',
      next: 'prompt-runner config list',
    },
  );
}

function requireRest(experiment: Experiment): void {
  if (experiment.status !== 'running' && experiment.status !== 'paused') return;
  throw new ExperimentStateError(
    `Experiment "${experiment.name}" is ${experiment.status}: not all is known.`,
    {
      hint: experiment.unit === 'row' ? 'Run it to its end, or stop it.' : 'Stop it first.',
      next: experimentCommand(experiment.unit === 'row' ? 'run' : 'stop', experiment),
    },
  );
}

/**
 * What has ended already is not all: those who give up say so by not coming back. A variant that they walk away from
 * would win by that.
 *
 * @throws ExperimentStateError while sessions are open that still may come to their end
 */
async function requireEnded(deps: Deps, experiment: Experiment): Promise<void> {
  if (experiment.unit === 'row') return;
  const sessions = await sessionsOfExperiment(deps, experiment);
  const open = sessions.filter(({ chosen, outcome }) => !chosen && outcome === null).length;
  if (open === 0) return;
  const { windowDays } = onlineSettings(experiment);
  throw new ExperimentStateError(
    `${open} of the sessions of experiment "${experiment.name}" are still open: not all is known.`,
    {
      hint: `Each counts when it has ended, or ${windowDays} days after its start. To promote a variant all the same, name it: --variant NAME.`,
      next: experimentCommand('status', experiment),
    },
  );
}

async function comparisonsOf(deps: Deps, { id }: Experiment): Promise<readonly ExperimentComparisonView[]> {
  const { metrics } = await analyzeExperiment(deps, { experiment: id });
  return metrics.find(({ metric }) => metric.primary)?.comparisons ?? [];
}

function chosen(
  experiment: Experiment,
  compared: readonly ExperimentComparisonView[],
  named: string | undefined,
): ExperimentVariant {
  const name = named ?? best(compared)?.variant;
  const variant = experiment.variants.find((one) => one.name === name);
  if (variant !== undefined) return variant;
  if (named === undefined) {
    throw new ExperimentStateError(
      `No variant of experiment "${experiment.name}" is better than its control.`,
      {
        hint: 'To promote one all the same, name it: --variant NAME.',
        next: experimentCommand('analyze', experiment),
      },
    );
  }
  throw new ExperimentStateError(`Experiment "${experiment.name}" has no variant "${named}".`, {
    hint: `There are ${experiment.variants.map((one) => one.name).join(', ')}.`,
  });
}

/** Of those that are better, the one that is so by most. */
function best(compared: readonly ExperimentComparisonView[]): ExperimentComparisonView | undefined {
  const better = compared.filter(({ verdict }) => verdict.is === 'better');
  const lead = ({ estimate }: ExperimentComparisonView) => Math.abs(estimate ?? 0);
  return better.toSorted((one, other) => lead(other) - lead(one))[0];
}
