import { redactSecrets } from '../../../base/text/secrets.js';
import type { KeptCandidate } from '../../../engine/optimize/candidate.js';
import type { CandidateView } from '../outputs.js';

/** A candidate as it is shown. */
export function candidateView(candidate: KeptCandidate): CandidateView {
  const { name, arm, origin, parents, template, fate, calls } = candidate;
  return {
    ...{ name, arm, origin, calls },
    parents: [...parents],
    fate: fate.is,
    ...figuresOf(fate),
    refused: fate.is === 'refused' ? { rule: fate.rule, because: redactSecrets(fate.because) } : null,
    template: template && redactSecrets(template),
  };
}

function figuresOf(fate: KeptCandidate['fate']): Pick<CandidateView, 'score' | 'parentScore' | 'rows'> {
  switch (fate.is) {
    case 'refused':
    case 'untried':
      return { score: null, parentScore: null, rows: null };
    case 'no-better':
      return { score: fate.score, parentScore: fate.parentScore, rows: fate.rows };
    case 'pooled':
      return { score: fate.selection.score, parentScore: null, rows: fate.selection.rows };
  }
}
