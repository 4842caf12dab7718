import * as z from 'zod/mini';
import { newExperimentId } from '../../base/ids.js';
import { usualPlan } from '../../engine/experiment/analysis/analysis-plan.js';
import { ExperimentDefinitionError } from '../../engine/experiment/errors.js';
import {
  type Experiment,
  type ExperimentVariant,
  experimentUnits,
} from '../../engine/experiment/experiment.js';
import { parseExperimentName } from '../../engine/experiment/experiment-name.js';
import { metricNamed } from '../../engine/experiment/metric-named.js';
import { sessionMetric } from '../../engine/experiment/online/session-metric.js';
import { splitWeights } from '../../engine/experiment/online/split-weights.js';
import { requireSound } from '../../engine/experiment/require-sound.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { NameTakenError } from '../errors.js';
import { executionsOf } from '../execution/execution-records.js';
import { homeText } from '../prompt/prompt-home.js';
import { ownHome } from '../prompt/prompt-scope.js';
import { experimentCommand } from './experiment-command.js';
import { givenPlan, planGiven } from './given-plan.js';
import { givenVariant, settledVariant } from './given-variant.js';
import { nextOfExperiment } from './next-of-experiment.js';
import { givenTerms, onlineTerms } from './online/given-terms.js';
import type { ExperimentChangeOutput } from './outputs.js';
import { givenExperimentCheck, readExperimentCheck } from './read-experiment-check.js';
import { refusePlannedLooks } from './refuse-planned-looks.js';
import { requireExpectation } from './require-expectation.js';
import { experimentView } from './views/experiment-view.js';

const optional = z.optional;

const input = z.object({
  name: z.string(),
  /** What gets a variant. */
  unit: z._default(z.enum(experimentUnits), 'row'),
  variants: z.array(givenVariant),
  ...givenTerms,
  /** The variant that the others are compared with; the first unless given. */
  control: optional(z.string()),
  /** What is measured; the first is what the answer goes by. */
  metrics: z.array(
    z.object({
      name: z.string(),
      /** The smallest difference that matters. */
      matters: z._default(z.number().check(z.minimum(0)), 0),
    }),
  ),
  checks: z._default(z.array(givenExperimentCheck), []),
  /** The column of the data that says what is expected of an answer. */
  expect: optional(z.string().check(z.minLength(1))),
  /** How it will be judged; once, and by Holm's procedure, unless given. */
  plan: z._default(z.object(givenPlan), {}),
  /** What it is to find out, in words. */
  hypothesis: optional(z.string()),
  /** For all projects, rather than for the one in force. */
  global: z._default(z.boolean(), false),
});

type Given = z.output<typeof input>;

/**
 * Makes an experiment over rows of data, sessions or users. What labels mean is settled now: a label that moves later
 * changes nothing.
 *
 * @throws ExperimentDefinitionError for what makes none
 * @throws NotFoundError, AmbiguousReferenceError for a prompt or version that is not there
 * @throws NameTakenError when another one has the name there
 */
export const createExperiment = guarded(
  needs.createExperiment,
  input,
  async (deps: Deps, given): Promise<ExperimentChangeOutput> => {
    const { experiments } = executionsOf(deps);
    const home = await ownHome(deps, given.global);
    const experiment = await newExperiment(deps, given, home?.id ?? null);
    if (!(await experiments.create(experiment))) {
      throw new NameTakenError(`There is an experiment "${experiment.name}" ${homeText(home)} already.`, {
        hint: 'Take another name, or archive that one.',
        next: experimentCommand('show', experiment),
      });
    }
    return {
      experiment: await experimentView(deps, experiment),
      next: nextOfExperiment(experiment),
    };
  },
);

async function newExperiment(deps: Deps, given: Given, project: Experiment['project']): Promise<Experiment> {
  const name = parseExperimentName(given.name);
  const { unit } = given;
  const checks = await Promise.all(given.checks.map(readExperimentCheck));
  const plan = planGiven(given.plan, usualPlan);
  refusePlannedLooks(given, plan);
  if (unit !== 'row') refuseChecks(given);
  requireExpectation(checks, given.expect);
  const online = onlineTerms(unit, given);
  const variants = await variantsOf(deps, given);
  const metrics = given.metrics.map((metric, at) => ({
    ...metric,
    ...(unit === 'row' ? metricNamed(metric.name, checks) : sessionMetric(metric.name)),
    isPrimary: at === 0,
  }));
  requireSound({ variants, metrics });
  const now = deps.clock.now();
  const id = newExperimentId();
  return {
    id,
    project,
    name,
    status: 'draft',
    hypothesis: given.hypothesis ?? null,
    unit,
    // Who had a variant in an experiment before is not bound to have the same in this one.
    seed: unit === 'row' ? name : id,
    variants,
    metrics,
    settings: { checks, expect: given.expect ?? null, plan, online },
    conclusion: null,
    createdBy: deps.config.values.actor,
    createdAt: now,
    updatedAt: now,
    startedAt: null,
    stoppedAt: null,
    archivedAt: null,
  };
}

/** Sessions are measured by what becomes of them. */
function refuseChecks({ unit, checks, expect }: Given): void {
  if (checks.length === 0 && expect === undefined) return;
  const option = checks.length === 0 ? '--expect' : '--check';
  throw new ExperimentDefinitionError(
    `${option} is for answers to rows of data, and this is about a ${unit}.`,
    {
      hint: 'What you find out about sessions yourself, record: --metric success, and experiment record.',
    },
  );
}

async function variantsOf(deps: Deps, given: Given): Promise<ExperimentVariant[]> {
  const { unit } = given;
  const control = controlOf(given);
  const names = given.variants.map(({ name }) => name);
  const weights = unit === 'row' ? [] : splitWeights(given.split, names);
  const variants: ExperimentVariant[] = [];
  for (const [at, variant] of given.variants.entries()) {
    const place = { unit, weight: weights[at] ?? 1, isControl: variant.name === control };
    variants.push(await settledVariant(deps, variant, place));
  }
  return variants;
}

/** @throws ExperimentDefinitionError when no variant is called so */
function controlOf({ control, variants }: Given): string | undefined {
  if (control === undefined || variants.some(({ name }) => name === control))
    return control ?? variants[0]?.name;
  throw new ExperimentDefinitionError(`No variant is called "${control}", to be compared with.`, {
    hint: `There are ${variants.map(({ name }) => name).join(', ')}.`,
  });
}
