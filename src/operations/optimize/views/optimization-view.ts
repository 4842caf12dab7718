import { redactSecrets } from '../../../base/text/secrets.js';
import { inDollars } from '../../../engine/execution/dollars.js';
import type { Optimization } from '../../../engine/optimize/optimization.js';
import type { OptimizationTally } from '../../../store/optimization-store.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import type { ProjectNames } from '../../execution/views/execution-view.js';
import { projectNamesFor } from '../../execution/views/project-names.js';
import { findingSentence } from '../outcome-sentences.js';
import type { OptimizationView } from '../outputs.js';

/** Optimisations as they are shown. A project that is gone is called by its id. */
export async function optimizationViews(
  deps: Deps,
  optimizations: readonly Optimization[],
): Promise<OptimizationView[]> {
  const names = await projectNamesFor(deps, optimizations);
  const tallies = await executionsOf(deps).optimizations.tallies(optimizations.map(({ id }) => id));
  return optimizations.map((one) => viewOf(one, tallies.get(one.id) ?? nothing, names));
}

export async function optimizationView(deps: Deps, optimization: Optimization): Promise<OptimizationView> {
  const { id } = optimization;
  const tallies = await executionsOf(deps).optimizations.tallies([id]);
  return viewOf(optimization, tallies.get(id) ?? nothing, await projectNamesFor(deps, [optimization]));
}

const nothing: OptimizationTally = { executions: 0, cost: 0 };

function viewOf(optimization: Optimization, tally: OptimizationTally, names: ProjectNames): OptimizationView {
  const { id, project, prompt, message, model, reflectionModel, status, problem } = optimization;
  const { applied, actor, createdAt, updatedAt, finishedAt } = optimization;
  const { budget, seed, goal, matters, hasBaseline, growth } = optimization.settings;
  return {
    id,
    project: project && { id: project, name: names.get(project) ?? project },
    prompt: prompt.reference,
    ...{ message, model, reflectionModel, status },
    problem: problem && { code: problem.code, message: redactSecrets(problem.message) },
    budget: { calls: budget.calls, cost: inDollars(budget.cost) },
    spent: { calls: tally.executions, cost: inDollars(tally.cost) },
    ...{ seed, goal, matters, growth },
    baseline: hasBaseline,
    result: resultOf(optimization),
    ...{ applied, actor, createdAt, updatedAt, finishedAt },
  };
}

function resultOf({ outcome }: Optimization): OptimizationView['result'] {
  if (outcome === null) return null;
  const { chosen, finding } = outcome;
  return {
    chosen,
    finding: finding.is === 'judged' ? finding.claim : finding.is,
    says: findingSentence(outcome),
  };
}
