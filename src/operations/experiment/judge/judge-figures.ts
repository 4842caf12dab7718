import { redactSecrets } from '../../../base/text/secrets.js';
import { inDollars } from '../../../engine/execution/dollars.js';
import { isJudgeCheck, type JudgeCheck } from '../../../engine/experiment/checks/experiment-check.js';
import type { Experiment } from '../../../engine/experiment/experiment.js';
import {
  humanAgreement,
  judgeAgreement,
  type Preference,
} from '../../../engine/experiment/judge/judge-agreement.js';
import { scoreMetric } from '../../../engine/experiment/metric-named.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import type { JudgeView } from '../analysis-outputs.js';
import { settingsOfExperiment } from '../experiment-settings.js';

/** How far the judges of an experiment are to be believed, and what they cost. */
export async function judgeFigures(deps: Deps, experiment: Experiment): Promise<JudgeView[]> {
  const figures: JudgeView[] = [];
  for (const check of settingsOfExperiment(experiment).checks.filter(isJudgeCheck)) {
    const metric = 1 + experiment.metrics.findIndex(({ name }) => name === scoreMetric(check));
    if (metric > 0) figures.push(await figuresOf(deps, experiment, check, metric));
  }
  return figures;
}

async function figuresOf(
  deps: Deps,
  experiment: Experiment,
  { name, rule }: JudgeCheck,
  metric: number,
): Promise<JudgeView> {
  const { experiments } = executionsOf(deps);
  const judgements = await experiments.judgements(experiment.id, metric);
  const { calls, cost } = await experiments.costOf(experiment.id, metric);
  const humanOf = rule.agree === null ? null : await humansIn(deps, experiment, rule.agree);
  return {
    check: name,
    criterion: redactSecrets(rule.criterion),
    model: rule.model,
    ...judgeAgreement(judgements),
    people: humanOf && { column: rule.agree ?? '', ...humanAgreement(judgements, humanOf) },
    calls,
    cost: inDollars(cost) ?? 0,
  };
}

/** So many rows are read at a time. */
const CHUNK = 200;

/** What a person says in a column of the data: the name of the better variant, or `same`. */
async function humansIn(deps: Deps, { variants }: Experiment, column: string) {
  const said = new Map<string, string>();
  const { batches } = executionsOf(deps);
  const batch = variants[0]?.batch ?? null;
  for (let last = 0; batch !== null; ) {
    const items = await batches.results(batch, { limit: CHUNK, after: [last] });
    if (items.length === 0) break;
    for (const { row, input } of items) said.set(String(row), String(input[column] ?? '').trim());
    last = items.at(-1)?.position ?? last;
  }
  const control = variants.find(({ isControl }) => isControl)?.name;
  return (unit: string, variant: number): Preference | null => {
    const word = said.get(unit);
    if (word === 'same') return 'same';
    if (word === control) return 'control';
    return word !== undefined && word === variants[variant - 1]?.name ? 'variant' : null;
  };
}
