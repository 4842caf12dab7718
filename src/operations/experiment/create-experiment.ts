import * as z from 'zod/mini';
import { newExperimentId } from '../../base/ids.js';
import { usualPlan } from '../../engine/experiment/analysis/analysis-plan.js';
import { needsExpected } from '../../engine/experiment/checks/check.js';
import { type ExperimentCheck, isTextCheck } from '../../engine/experiment/checks/experiment-check.js';
import { ExperimentDefinitionError } from '../../engine/experiment/errors.js';
import type { Experiment, ExperimentMetric, ExperimentVariant } from '../../engine/experiment/experiment.js';
import { parseExperimentName, parseShortName } from '../../engine/experiment/experiment-name.js';
import { metricNamed } from '../../engine/experiment/metric-named.js';
import { requireSound } from '../../engine/experiment/require-sound.js';
import { reading } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { NameTakenError } from '../errors.js';
import { executionsOf } from '../execution/execution-records.js';
import { givenParameters } from '../execution/run-input.js';
import { mergedParameters } from '../execution/run-parameters.js';
import { findVersion } from '../prompt/find-prompt.js';
import { homeText } from '../prompt/prompt-home.js';
import { ownHome } from '../prompt/prompt-scope.js';
import { experimentCommand } from './experiment-command.js';
import { givenPlan, planGiven } from './given-plan.js';
import type { ExperimentChangeOutput } from './outputs.js';
import { givenExperimentCheck, readExperimentCheck } from './read-experiment-check.js';
import { experimentView } from './views/experiment-view.js';

const optional = z.optional;

const givenVariant = z.object({
  name: z.string(),
  /** A prompt of the library: `review`, `review@7`, `review@production`. Its version is settled now. */
  prompt: z.string(),
  /** `provider:model`, an agent or an alias; the one that is used where it runs unless given. */
  model: optional(z.string()),
  parameters: z._default(givenParameters, {}),
});

const input = z.object({
  name: z.string(),
  variants: z.array(givenVariant),
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
 * Makes an experiment over rows of data. What labels mean is settled now: a label that moves later changes nothing.
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
      next: `${experimentCommand('run', experiment)} --data FILE`,
    };
  },
);

async function newExperiment(deps: Deps, given: Given, project: Experiment['project']): Promise<Experiment> {
  const name = parseExperimentName(given.name);
  const checks = await Promise.all(given.checks.map(readExperimentCheck));
  requireExpectation(checks, given.expect);
  const variants: ExperimentVariant[] = [];
  const control = controlOf(given);
  for (const variant of given.variants) variants.push(await variantOf(deps, variant, control));
  const metrics = given.metrics.map((metric, at) => metricOf(metric, checks, at === 0));
  requireSound({ variants, metrics });
  const now = deps.clock.now();
  return {
    id: newExperimentId(),
    project,
    name,
    status: 'draft',
    hypothesis: given.hypothesis ?? null,
    unit: 'row',
    seed: name,
    variants,
    metrics,
    settings: { checks, expect: given.expect ?? null, plan: planGiven(given.plan, usualPlan) },
    conclusion: null,
    createdBy: deps.config.values.actor,
    createdAt: now,
    updatedAt: now,
    startedAt: null,
    stoppedAt: null,
    archivedAt: null,
  };
}

function requireExpectation(checks: readonly ExperimentCheck[], expect: string | undefined): void {
  const names = checks.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw new ExperimentDefinitionError(`Two checks are called "${twice}".`, {
      hint: 'Name one of them: --check NAME=contains:TEXT.',
    });
  }
  const needy = expect === undefined ? checks.filter(isTextCheck).find(needsExpected) : undefined;
  if (needy === undefined) return;
  throw new ExperimentDefinitionError(`Nothing says what the check "${needy.name}" expects.`, {
    hint: `Name the column that does: --expect COLUMN. Or give a text: --check ${needy.rule.kind}:TEXT.`,
  });
}

/** @throws ExperimentDefinitionError when no variant is called so */
function controlOf({ control, variants }: Given): string | undefined {
  if (control === undefined || variants.some(({ name }) => name === control))
    return control ?? variants[0]?.name;
  throw new ExperimentDefinitionError(`No variant is called "${control}", to be compared with.`, {
    hint: `There are ${variants.map(({ name }) => name).join(', ')}.`,
  });
}

async function variantOf(
  deps: Deps,
  { name, prompt: reference, model, parameters }: Given['variants'][number],
  control: string | undefined,
): Promise<ExperimentVariant> {
  const { prompt, version } = await findVersion(reading(deps), reference);
  return {
    name: parseShortName('a variant', name),
    weight: 1,
    isControl: name === control,
    prompt: { version: version.id, reference: `${prompt.name}@${version.number}` },
    model: model ?? null,
    parameters: mergedParameters({}, parameters, []),
    batch: null,
  };
}

function metricOf(
  { name, matters }: Given['metrics'][number],
  checks: readonly ExperimentCheck[],
  isPrimary: boolean,
): ExperimentMetric {
  return { name, ...metricNamed(name, checks), matters, isPrimary };
}
