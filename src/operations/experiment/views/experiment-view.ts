import { redactSecrets } from '../../../base/text/secrets.js';
import type { Check } from '../../../engine/experiment/checks/check.js';
import type { Experiment, ExperimentVariant } from '../../../engine/experiment/experiment.js';
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

export function checkView({ name, rule }: Check): ExperimentCheckView {
  const wanted = 'wanted' in rule ? rule.wanted : null;
  return { name, kind: rule.kind, wanted: wanted && redactSecrets(wanted) };
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

function variantView({
  name,
  isControl,
  prompt,
  model,
  parameters,
  batch,
}: ExperimentVariant): ExperimentVariantView {
  return {
    name,
    control: isControl,
    prompt: prompt.reference,
    model,
    parameters: JSON.parse(JSON.stringify(parameters)),
    batch,
  };
}
