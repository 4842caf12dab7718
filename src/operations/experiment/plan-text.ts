import type { AnalysisPlanView } from './outputs.js';

const families: Readonly<Record<AnalysisPlanView['family'], string>> = {
  holm: "Holm's procedure",
  bh: "Benjamini and Hochberg's procedure",
  none: 'each comparison by itself',
};

/**
 * What an experiment is judged by, as part of a sentence.
 *
 * @example planText({ looks: 'planned', times: 5, family: 'holm' }) === "5 planned looks and Holm's procedure"
 */
export function planText({ looks, times, family }: AnalysisPlanView): string {
  return `${looksText(looks, times)} and ${families[family]}`;
}

function looksText(looks: AnalysisPlanView['looks'], times: number | null): string {
  if (looks === 'planned') return `${times} planned looks`;
  return looks === 'once' ? 'one look' : 'looks at any time';
}
