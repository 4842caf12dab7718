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
  const pairs = allowedPairs(factors, allows);
  const uncovered = new Uncovered(pairs);
  const rows: Combination[] = [];
  for (const pair of pairs) {
    if (!uncovered.has(pair)) continue;
    const row = completed(pair, factors, allows, random, uncovered);
    rows.push(row);
    uncovered.cover(row);
  }
  return rows;
}

/** Every pair of values of two different factors that may stand together. */
export function allowedPairs(factors: Factors, allows: Allows): Combination[] {
  const settings = Object.entries(factors);
  const pairs = settings.flatMap(([first, values], index) =>
    settings
      .slice(index + 1)
      .flatMap(([second, others]) => values.flatMap((a) => others.map((b) => ({ [first]: a, [second]: b })))),
  );
  return pairs.filter(allows);
}

/** The pairs that no row contains yet: for each setting, written `factor:value`, its partners. */
class Uncovered {
  private readonly partners = new Map<string, Set<string>>();

  constructor(pairs: readonly Combination[]) {
    for (const pair of pairs) for (const [a, b] of orderedPairs(pair)) this.partnersOf(a).add(b);
  }

  has(pair: Combination): boolean {
    return orderedPairs(pair).some(([a, b]) => this.partnersOf(a).has(b));
  }

  cover(row: Combination): void {
    for (const [a, b] of orderedPairs(row)) this.partnersOf(a).delete(b);
  }

  /** How many uncovered pairs the setting makes with the others. */
  gain(setting: string, others: readonly string[]): number {
    const partners = this.partnersOf(setting);
    return others.filter((other) => partners.has(other)).length;
  }

  private partnersOf(setting: string): Set<string> {
    const partners = this.partners.get(setting) ?? new Set();
    this.partners.set(setting, partners);
    return partners;
  }
}

function settingsOf(row: Combination): string[] {
  return Object.entries(row).map(([factor, value]) => `${factor}:${value}`);
}

function orderedPairs(row: Combination): [string, string][] {
  const settings = settingsOf(row);
  return settings.flatMap((a) => settings.flatMap((b): [string, string][] => (a === b ? [] : [[a, b]])));
}

function completed(
  pair: Combination,
  factors: Factors,
  allows: Allows,
  random: Random,
  uncovered: Uncovered,
) {
  for (let attempt = 0; attempt < attemptsPerPair; attempt++) {
    const row = attemptRow(pair, factors, allows, random, uncovered);
    if (row !== null) return row;
  }
  throw new RangeError(`no allowed row contains ${settingsOf(pair).join(' and ')}`);
}

function attemptRow(
  pair: Combination,
  factors: Factors,
  allows: Allows,
  random: Random,
  uncovered: Uncovered,
): Combination | null {
  let row = pair;
  const open = Object.entries(factors).filter(([factor]) => pair[factor] === undefined);
  for (const [factor, values] of random.sample(open, open.length)) {
    const chosen = settingsOf(row);
    const gains = values
      .filter((value) => allows({ ...row, [factor]: value }))
      .map((value) => ({ value, gain: uncovered.gain(`${factor}:${value}`, chosen) }));
    if (gains.length === 0) return null;
    const most = Math.max(...gains.map(({ gain }) => gain));
    row = { ...row, [factor]: random.pick(gains.filter(({ gain }) => gain === most)).value };
  }
  return row;
}
