import { formatDollars } from '../../../base/text/format-dollars.js';
import { redactSecrets } from '../../../base/text/secrets.js';
import { shellWord } from '../../../base/text/shell-word.js';
import type { ExperimentCheck } from '../../../engine/experiment/checks/experiment-check.js';
import type { Experiment, ExperimentVariant } from '../../../engine/experiment/experiment.js';
import type { Strategy } from '../../../engine/experiment/strategy.js';
import type { Deps } from '../../deps.js';
import type { ProjectNames } from '../../execution/views/execution-view.js';
import { projectNamesFor } from '../../execution/views/project-names.js';
import type { ExperimentCheckView, ExperimentVariantView, ExperimentView } from '../outputs.js';

/** Experiments as they are shown. A project that is gone is called by its id. */
export async function experimentViews(
  deps: Deps,
  experiments: readonly Experiment[],
): Promise<ExperimentView[]> {
  const names = await projectNamesFor(deps, experiments);
  return experiments.map((experiment) => viewOf(experiment, names));
}

export async function experimentView(deps: Deps, experiment: Experiment): Promise<ExperimentView> {
  return viewOf(experiment, await projectNamesFor(deps, [experiment]));
}

export function checkView({ name, rule }: ExperimentCheck): ExperimentCheckView {
  const wanted = wantedText(rule);
  return { name, kind: rule.kind, wanted: wanted && redactSecrets(wanted) };
}

/** What answers are held against, as it is shown; null for what the row expects, and for a schema. */
function wantedText(rule: ExperimentCheck['rule']): string | null {
  switch (rule.kind) {
    case 'regex':
      return rule.pattern;
    case 'json-schema':
      return null;
    case 'cost':
      return `at most ${formatDollars(rule.most)}`;
    case 'latency':
      return `at most ${rule.most} ms`;
    case 'command':
      return rule.command.map(shellWord).join(' ');
    case 'judge':
      return rule.criterion;
    default:
      return rule.wanted;
  }
}

function viewOf(experiment: Experiment, names: ProjectNames): ExperimentView {
  const { id, project, name, status, hypothesis, unit, variants, metrics, createdBy } = experiment;
  const { createdAt, updatedAt, startedAt, stoppedAt, archivedAt } = experiment;
  return {
    id,
    project: project && { id: project, name: names.get(project) ?? project },
    name,
    status,
    hypothesis: hypothesis && redactSecrets(hypothesis),
    unit,
    variants: variants.map(variantView),
    metrics: metrics.map(({ isPrimary, ...metric }) => ({ ...metric, primary: isPrimary })),
    conclusion: experiment.conclusion && { ...experiment.conclusion },
    createdBy,
    ...{ createdAt, updatedAt, startedAt, stoppedAt, archivedAt },
  };
}

function variantView(variant: ExperimentVariant): ExperimentVariantView {
  const { name, isControl, weight, prompt, strategy, model, parameters, batch } = variant;
  return {
    name,
    control: isControl,
    weight,
    prompt: prompt?.reference ?? null,
    strategy: strategy && strategyView(strategy),
    model,
    parameters: JSON.parse(JSON.stringify(parameters)),
    batch,
  };
}

function strategyView({ templates, models }: Strategy): ExperimentVariantView['strategy'] {
  const references = Object.entries(templates).map(([kind, { reference }]) => [kind, reference]);
  return { templates: Object.fromEntries(references), models: { ...models } };
}
