import * as z from 'zod/mini';
import { redactSecrets } from '../../base/text/secrets.js';
import { type KeptCandidate, START } from '../../engine/optimize/candidate.js';
import type { Optimization } from '../../engine/optimize/optimization.js';
import { diffText } from '../../prompts/diff-text.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { checkView } from '../experiment/views/experiment-view.js';
import { libraryOf } from '../library.js';
import { hunkViews } from '../prompt/views/hunk-views.js';
import { findOptimization } from './find-optimization.js';
import { nextOfOptimization } from './next-of-optimization.js';
import { questionOfOptimization } from './optimization-question.js';
import { optimizationReference } from './optimization-reference.js';
import { outcomeSentences } from './outcome-sentences.js';
import type { OptimizationShowOutput } from './outputs.js';
import { candidateView } from './views/candidate-view.js';
import { optimizationView } from './views/optimization-view.js';
import { outcomeView } from './views/outcome-view.js';

/**
 * An optimisation: how far it is, what it tried, and what it came to.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const showOptimization = guarded(
  needs.showOptimization,
  z.object(optimizationReference),
  async (deps: Deps, { optimization: reference }): Promise<OptimizationShowOutput> => {
    const optimization = await findOptimization(deps, reference);
    const candidates = await executionsOf(deps).optimizationJournal.candidates(optimization.id);
    const { checks, expect } = questionOfOptimization(optimization);
    const { outcome } = optimization;
    return {
      optimization: await optimizationView(deps, optimization),
      says: outcome === null ? [] : outcomeSentences(outcome),
      checks: checks.map(checkView),
      expect,
      ...outcomeView(outcome),
      candidates: candidates.map(candidateView),
      difference: differenceOf(optimization, candidates),
      appliedAs: await appliedAs(deps, optimization),
      next: nextOfOptimization(optimization),
    };
  },
);

/** What was chosen, or is the best so far, compared with the start. */
function differenceOf(
  { start, outcome }: Optimization,
  candidates: readonly KeptCandidate[],
): OptimizationShowOutput['difference'] {
  const name = outcome?.chosen ?? bestSoFar(candidates);
  const found = candidates.find((one) => one.name === name);
  if (found === undefined || found.template === null || name === START) return null;
  const hunks = diffText(redactSecrets(start), redactSecrets(found.template));
  return { candidate: found.name, hunks: hunkViews(hunks) };
}

/** On the selection set. Of those that are as good, the first. */
function bestSoFar(candidates: readonly KeptCandidate[]): string {
  let best = { name: START, score: 0 };
  for (const { name, arm, fate } of candidates) {
    if (fate.is !== 'pooled' || arm === 'random') continue;
    if (fate.selection.score > best.score) best = { name, score: fate.selection.score };
  }
  return best.name;
}

async function appliedAs(deps: Deps, optimization: Optimization): Promise<string | null> {
  const { applied, prompt } = optimization;
  if (applied === null || deps.library === null) return null;
  const { prompt: id } = questionOfOptimization(optimization);
  const versions = await libraryOf(deps).promptVersions.versions(id);
  const version = versions.find((one) => one.id === applied);
  return version === undefined ? null : `${prompt.reference.replace(/@\d+$/, '')}@${version.number}`;
}
