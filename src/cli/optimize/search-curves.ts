import { groupThousands } from '../../base/text/group-thousands.js';
import type { CandidateView, OptimizationShowOutput } from '../../operations/optimize/outputs.js';
import { styleFor } from '../render/style.js';
import type { OutputStream } from '../streams.js';
import { type SearchCurves, type SearchPoint, searchPlot } from './search-plot.js';

const LINES = 8;
const MOST_CELLS = 64;
/** Of the scores beside it, with a blank. */
const SCALE_CELLS = 6;

/** How the best training score grew with the calls, of the search and of random search beside it. */
export function renderCurves({ candidates }: OptimizationShowOutput, stream: OutputStream): string {
  const curves = {
    reflective: pointsOf(candidates, 'reflective'),
    random: pointsOf(candidates, 'random'),
    calls: Math.max(...candidates.map(({ calls }) => calls)),
  };
  const available = stream.isTerminal ? stream.columns - SCALE_CELLS - 1 : MOST_CELLS;
  const cells = Math.max(10, Math.min(MOST_CELLS, available));
  const lines = searchPlot(curves, { cells, lines: LINES });
  if (lines.length === 0) return '';
  const { dim, green } = styleFor(stream);
  const all = [...curves.reflective, ...curves.random];
  const scores = all.map(({ score }) => score);
  const labels = new Map([
    [0, Math.max(...scores)],
    [lines.length - 1, Math.min(...scores)],
  ]);
  const body = lines.map((line, at) => {
    const label = (labels.get(at)?.toFixed(2) ?? '').padStart(SCALE_CELLS - 2);
    return `${dim(`${label} │`)}${line.replaceAll(/●+/g, green).trimEnd()}`;
  });
  const title = curves.random.length === 0 ? 'Best so far' : 'Best so far: ● the search, ○ random search';
  return `${[dim(title), ...body, dim(axis(curves, cells))].join('\n')}\n`;
}

/** Both begin with the start. */
function pointsOf(candidates: readonly CandidateView[], arm: 'reflective' | 'random'): SearchPoint[] {
  const isThere = candidates.some((one) => one.arm === arm);
  return candidates.flatMap((one) =>
    isThere && one.fate === 'pooled' && one.score !== null && (one.arm === arm || one.arm === null)
      ? [{ calls: one.calls, score: one.score }]
      : [],
  );
}

function axis({ reflective, random, calls }: SearchCurves, cells: number): string {
  const first = groupThousands(Math.min(...[...reflective, ...random].map((point) => point.calls)));
  const end = `${groupThousands(calls)} calls each`;
  const gap = Math.max(1, cells - first.length - end.length);
  return `${' '.repeat(SCALE_CELLS - 1)}└${first}${' '.repeat(gap)}${end}`;
}
