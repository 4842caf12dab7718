import type { BatchStatusOutput } from '../../operations/batch/outputs.js';
import { type Look, styleFor } from '../render/style.js';
import type { OutputStream } from '../streams.js';

type Tally = BatchStatusOutput['tally'];

const parts: readonly (readonly [status: keyof Tally, block: string, look: Look])[] = [
  ['done', '█', 'green'],
  ['failed', '▓', 'red'],
  ['claimed', '▒', 'cyan'],
  ['pending', '░', 'dim'],
  ['cancelled', '·', 'dim'],
];

/**
 * All rows of a batch as a bar: what is done, failed, asked, waiting, cancelled. Anything above nothing is seen.
 *
 * @param cells its length
 */
export function itemBar(tally: Tally, cells: number, stream: OutputStream): string {
  const style = styleFor(stream);
  const lengths = sharesOf(
    parts.map(([status]) => tally[status]),
    cells,
  );
  return parts.map(([, block, look], at) => style[look](block.repeat(lengths[at] ?? 0))).join('');
}

/** The cells of each count; what rounding leaves over goes to the largest. */
function sharesOf(counts: readonly number[], cells: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return [];
  const shares = counts.map((count) => (count === 0 ? 0 : Math.max(1, Math.floor((count / total) * cells))));
  const rest = cells - shares.reduce((sum, share) => sum + share, 0);
  const largest = counts.indexOf(Math.max(...counts));
  return shares.map((share, at) => (at === largest ? share + rest : share));
}
