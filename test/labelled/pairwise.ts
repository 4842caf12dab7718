import type { Random } from './random.js';

/** The values that each factor may take. */
export type Factors = Readonly<Record<string, readonly string[]>>;

/** One value for every factor. */
export type Combination = Readonly<Record<string, string>>;

/** Says whether the settings chosen so far may stand together; it sees partial combinations. */
export type Allows = (chosen: Combination) => boolean;

const attemptsPerPair = 50;

/**
 * A covering array: combinations in which every allowed pair of values of two factors occurs at least once.
 * Greedy: each row starts from a pair still uncovered and takes, factor by factor, the value that covers most.
 *
 * @throws RangeError when an allowed pair cannot be completed to an allowed row
 * @example coverPairs({ size: ['s', 'm'], colour: ['red', 'blue'] }, () => true, createRandom(1))
 */
export function coverPairs(factors: Factors, allows: Allows, random: Random): Combination[] {
  const uncovered = new Map(allowedPairs(factors, allows).map((pair) => [pairKey(pair), pair]));
  const rows: Combination[] = [];
  for (const [, seed] of uncovered) {
    const row = completed(seed, factors, allows, random, uncovered);
    rows.push(row);
    for (const pair of pairsWithin(row)) uncovered.delete(pairKey(pair));
  }
  return rows;
}

/** Every pair of values of two different factors that may stand together. */
export function allowedPairs(factors: Factors, allows: Allows): Combination[] {
  const names = Object.keys(factors);
  const pairs = names.flatMap((first, index) =>
    names
      .slice(index + 1)
      .flatMap((second) =>
        (factors[first] ?? []).flatMap((a) =>
          (factors[second] ?? []).map((b) => ({ [first]: a, [second]: b })),
        ),
      ),
  );
  return pairs.filter(allows);
}

function pairsWithin(row: Combination): Combination[] {
  const settings = Object.entries(row);
  return settings.flatMap(([first, a], index) =>
    settings.slice(index + 1).map(([second, b]) => ({ [first]: a, [second]: b })),
  );
}

function pairKey(pair: Combination): string {
  return Object.entries(pair)
    .map(([factor, value]) => `${factor}:${value}`)
    .sort()
    .join(' ');
}

type Uncovered = ReadonlyMap<string, Combination>;

function completed(
  seed: Combination,
  factors: Factors,
  allows: Allows,
  random: Random,
  uncovered: Uncovered,
) {
  for (let attempt = 0; attempt < attemptsPerPair; attempt++) {
    const row = attemptRow(seed, factors, allows, random, uncovered);
    if (row !== null) return row;
  }
  throw new RangeError(`no allowed row contains ${pairKey(seed)}`);
}

function attemptRow(
  seed: Combination,
  factors: Factors,
  allows: Allows,
  random: Random,
  uncovered: Uncovered,
): Combination | null {
  let row = seed;
  const open = Object.keys(factors).filter((factor) => seed[factor] === undefined);
  for (const factor of random.sample(open, open.length)) {
    const candidates = (factors[factor] ?? []).map((value) => ({ ...row, [factor]: value })).filter(allows);
    const best = mostCovering(candidates, row, factor, uncovered, random);
    if (best === null) return null;
    row = best;
  }
  return row;
}

function mostCovering(
  candidates: readonly Combination[],
  row: Combination,
  factor: string,
  uncovered: Uncovered,
  random: Random,
): Combination | null {
  if (candidates.length === 0) return null;
  const gains = candidates.map((candidate) => newPairs(candidate, row, factor, uncovered));
  const most = Math.max(...gains);
  return random.pick(candidates.filter((_, index) => gains[index] === most));
}

function newPairs(candidate: Combination, row: Combination, factor: string, uncovered: Uncovered): number {
  const value = candidate[factor] ?? '';
  return Object.entries(row).filter(([other, otherValue]) =>
    uncovered.has(pairKey({ [other]: otherValue, [factor]: value })),
  ).length;
}
