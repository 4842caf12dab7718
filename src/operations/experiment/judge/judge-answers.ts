import { inParallel } from '../../../base/in-parallel.js';
import type { Batch } from '../../../engine/batch/batch.js';
import { ExecutionFailedError, ResponseSchemaError } from '../../../engine/execution/errors.js';
import { execute } from '../../../engine/execution/execute.js';
import { isJudgeCheck, type JudgeCheck } from '../../../engine/experiment/checks/experiment-check.js';
import type { Experiment } from '../../../engine/experiment/experiment.js';
import {
  type JudgeWord,
  judgeQuestion,
  judgeWords,
} from '../../../engine/experiment/judge/judge-question.js';
import {
  CONTROL_VALUE,
  type Judgement,
  judgeOrders,
  recordedRepetition,
  valueOfWord,
  valueWithout,
} from '../../../engine/experiment/judge/judgement.js';
import { scoreMetric } from '../../../engine/experiment/metric-named.js';
import type { Observation } from '../../../engine/experiment/observation.js';
import { executionsOf } from '../../execution/execution-records.js';
import type { OpenRequest } from '../../execution/run-ports.js';
import { settingsOfExperiment } from '../experiment-settings.js';
import { type ExperimentDeps, experimentFollowerOf } from '../run/experiment-deps.js';
import { type AnsweredPair, answeredPairs } from './answered-pairs.js';
import { openJudge } from './open-judge.js';

/** How many judgements there are, and how many were tried in vain. */
export interface Judged {
  readonly done: number;
  readonly failed: number;
}

/**
 * Asks the judges of an experiment about all answers that they were not asked about yet, each pair in both orders. Every
 * judgement is on record when it comes, so that it can be gone on with; one that does not come is missing, and no loss.
 *
 * @throws ModelUnknownError, KeyMissingError and their like when a judge cannot be asked at all
 * @throws CostCeilingError, PriceUnknownError when it might cost more than may be spent
 */
export async function judgeAnswers(
  deps: ExperimentDeps,
  experiment: Experiment,
  batches: readonly Pick<Batch, 'id'>[],
): Promise<Judged> {
  let [done, failed] = [0, 0];
  for (const check of settingsOfExperiment(experiment).checks.filter(isJudgeCheck)) {
    const metric = 1 + experiment.metrics.findIndex(({ name }) => name === scoreMetric(check));
    if (metric === 0) continue;
    const bench = await benchOf(deps, experiment, check, metric);
    for await (const pairs of answeredPairs(deps, experiment, batches)) {
      const judged = await inParallel(pairs, AT_ONCE, (pair) => bench.judge(pair));
      done += judged.flat().filter((one) => one !== null).length;
      failed += judged.flat().filter((one) => one === null).length;
    }
  }
  return { done, failed };
}

/** So many pairs are judged beside each other; the limits of the model hold besides. */
const AT_ONCE = 8;

/** A judge who knows what was judged before. */
interface Bench {
  /** What was found anew, in both orders; null for what did not come. */
  judge(pair: AnsweredPair): Promise<(Judgement | null)[]>;
}

async function benchOf(
  deps: ExperimentDeps,
  experiment: Experiment,
  { rule }: JudgeCheck,
  metric: number,
): Promise<Bench> {
  const { experiments } = executionsOf(deps);
  const known = await experiments.judgements(experiment.id, metric);
  const keys = new Set(known.filter(({ execution }) => execution !== null).map(keyOf));
  const judge = await openJudge(deps, rule.model);
  const control = 1 + experiment.variants.findIndex(({ isControl }) => isControl);
  return {
    async judge(pair) {
      const found: (Judgement | null)[] = [];
      for (const order of judgeOrders) {
        const place = { unit: pair.unit, variant: pair.variant, repetition: pair.repetition, order };
        if (keys.has(keyOf(place)) || isEnding(deps)) continue;
        const said = await saidOf(deps, judge, { ...pair, criterion: rule.criterion }, order);
        const judgement = said && { ...place, ...said };
        if (judgement !== null)
          await experiments.observe(
            experiment.id,
            observationsOf(judgement, { metric, control }),
            deps.clock.now(),
          );
        found.push(judgement);
      }
      return found;
    },
  };
}

function isEnding(deps: ExperimentDeps): boolean {
  const { signal, drain } = experimentFollowerOf(deps);
  return signal.aborted || drain.aborted;
}

function keyOf({ unit, variant, repetition, order }: Omit<Judgement, 'value' | 'execution'>): string {
  return JSON.stringify([unit, variant, repetition, order]);
}

/** Null when no judgement came: what became of that is on record. */
async function saidOf(
  deps: ExperimentDeps,
  judge: OpenRequest,
  { control, answer, criterion, row }: AnsweredPair & { readonly criterion: string },
  order: Judgement['order'],
): Promise<Pick<Judgement, 'value' | 'execution'> | null> {
  const value = valueWithout(control, answer);
  if (value !== null || control === null || answer === null)
    return value === null ? null : { value, execution: null };
  const [first, second] = order === 'control-first' ? [control, answer] : [answer, control];
  const question = judgeQuestion({ criterion, row, first, second });
  try {
    const { signal } = experimentFollowerOf(deps);
    const asked = await execute(judge.ports, { ...judge.request, ...question }, { signal, onText: () => {} });
    const word = wordIn(asked.value);
    return word && { value: valueOfWord(word, order), execution: asked.id };
  } catch (error) {
    // What may happen to one call says nothing of the others.
    if (error instanceof ExecutionFailedError || error instanceof ResponseSchemaError) return null;
    throw error;
  }
}

function wordIn(value: unknown): JudgeWord | null {
  const better: unknown = Object(value).better;
  return judgeWords.find((word) => word === better) ?? null;
}

/** The control stands beside it in the same row, neither better nor worse than itself. */
function observationsOf(
  { unit, variant, repetition, order, value, execution }: Judgement,
  { metric, control }: { readonly metric: number; readonly control: number },
): Observation[] {
  const place = { metric, unit, repetition: recordedRepetition(repetition, order) };
  return [
    { ...place, variant, value, execution },
    { ...place, variant: control, value: CONTROL_VALUE, execution: null },
  ];
}
