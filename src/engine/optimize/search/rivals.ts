import type { OptimizationRow } from '../optimization-row.js';

/** So many others are enough to notice an answer that passes anywhere. */
const MOST_RIVALS = 3;

/** What other rows expect, by the number of a row: texts unlike what it expects itself. */
export type Rivals = ReadonlyMap<number, readonly string[]>;

/** @param rows of one set: an answer is held against its own set only */
export function rivalsAmong(rows: readonly OptimizationRow[]): Rivals {
  return new Map(
    rows.map(({ row, expected }, at) => [row, expected === null ? [] : othersFrom(rows, at, expected)]),
  );
}

function othersFrom(rows: readonly OptimizationRow[], at: number, own: string): readonly string[] {
  const others = new Set<string>();
  for (const { expected } of [...rows.slice(at + 1), ...rows.slice(0, at)]) {
    if (expected !== null && expected.trim() !== own.trim()) others.add(expected);
    if (others.size === MOST_RIVALS) break;
  }
  return [...others];
}
