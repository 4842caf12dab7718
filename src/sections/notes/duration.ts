import type { Duration } from './execution-notes.js';

/** A token of a text about time. */
interface Token {
  readonly text: string;
  /** How many parentheses are open around it. */
  readonly depth: number;
}

const hoursOfUnit: ReadonlyMap<string, number> = new Map([
  ...'h hr hrs hour hours'.split(' ').map((unit): [string, number] => [unit, 1]),
  ...'m min mins minute minutes'.split(' ').map((unit): [string, number] => [unit, 1 / 60]),
]);

/** Units whose length in hours of work nobody agrees on. */
const longUnits: ReadonlySet<string> = new Set(
  'd day days w week weeks month months sprint sprints year years'.split(' '),
);

const rangeMarks: ReadonlySet<string> = new Set(['-', '–', '—', '−', '~', 'to']);
const upperBounds: ReadonlySet<string> = new Set('<|≤|up to|at most|under|less than|maximum'.split('|'));
const lowerBounds: ReadonlySet<string> = new Set('>|≥|at least|more than|minimum'.split('|'));

const unknownHours: Duration = { minHours: null, maxHours: null };

/**
 * Reads the one duration that a text gives.
 *
 * @returns hours; null hours for a duration in days or longer, or for several durations that do not make one;
 *   null when the text gives no duration at all
 * @example readDuration('16–20 hrs in total') // { minHours: 16, maxHours: 20 }
 * @example readDuration('90 minutes') // { minHours: 1.5, maxHours: 1.5 }
 */
export function readDuration(text: string): Duration | null {
  if (!/\d/.test(text)) return null;
  const tokens = tokensOf(text);
  const found = durationsIn(tokens);
  if (found.length === 0) return null;
  const outside = found.filter(({ depth }) => depth === 0);
  const inside = found.filter(({ depth }) => depth > 0);
  return onlyHours(outside) ?? (outside.length <= 1 ? onlyHours(inside) : null) ?? unknownHours;
}

/** Whether a text begins with a duration, after words such as `about`. */
export function beginsWithDuration(text: string): boolean {
  const tokens = tokensOf(text.slice(0, longestHedge));
  const start = tokens.findIndex((token) => !hedges.has(token.text));
  return start !== -1 && durationAt(tokens, start) !== null;
}

/** As far as words such as `about` and the number after them may reach, in UTF-16 units. */
const longestHedge = 80;

const hedges: ReadonlySet<string> = new Set(
  '~ ≈ ( . about approx approximately around roughly circa ca < > ≤ ≥ up to at most least'.split(' '),
);

interface Found extends Duration {
  readonly depth: number;
  /** The index after its last token. */
  readonly end: number;
}

function onlyHours(found: readonly Found[]): Duration | null {
  const [first, ...others] = found;
  if (first === undefined || others.length > 0 || isUnknown(first)) return null;
  return { minHours: first.minHours, maxHours: first.maxHours };
}

function isUnknown({ minHours, maxHours }: Duration): boolean {
  return minHours === null && maxHours === null;
}

function tokensOf(text: string): Token[] {
  let depth = 0;
  return (text.toLowerCase().match(/\d+(?:[.,]\d+)?|\p{L}+|[^\s\p{L}\d]/gu) ?? []).map((token) => {
    if (token === '(') depth++;
    const at = { text: token, depth };
    if (token === ')') depth = Math.max(0, depth - 1);
    return at;
  });
}

function durationsIn(tokens: readonly Token[]): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const duration = durationAt(tokens, index);
    if (duration === null) continue;
    const before = found.at(-1);
    // "1 hour 30 minutes" is one duration.
    if (before?.end === index && !isUnknown(before)) found.splice(-1, 1, sum(before, duration));
    else found.push(duration);
    index = duration.end - 1;
  }
  return found;
}

function sum(hours: Found, minutes: Found): Found {
  const add = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
  return {
    ...minutes,
    minHours: add(hours.minHours, minutes.minHours),
    maxHours: add(hours.maxHours, minutes.maxHours),
  };
}

/** `3 h`, `3-4 h`, `3h to 4h`, `4+ hours`, `up to 4 h` at the given token. */
function durationAt(tokens: readonly Token[], start: number): Found | null {
  const at = (index: number) => tokens[index]?.text ?? '';
  const low = numberOf(at(start));
  if (low === null) return null;
  let end = start + 1;
  const lowUnit = isUnit(at(end)) ? at(end++) : null;
  const high = rangeMarks.has(at(end)) ? numberOf(at(end + 1)) : null;
  if (high !== null) end += 2;
  const open = at(end) === '+';
  if (open) end++;
  const highUnit = isUnit(at(end)) ? at(end++) : lowUnit;
  if (highUnit === null) return null;
  const depth = tokens[start]?.depth ?? 0;
  const from = hours(low, lowUnit ?? highUnit);
  const to = hours(high ?? low, highUnit);
  if (from === null || to === null) return { ...unknownHours, depth, end };
  if (high !== null) return { minHours: Math.min(from, to), maxHours: Math.max(from, to), depth, end };
  return { ...bounded(to, open ? ['+'] : [at(start - 1), `${at(start - 2)} ${at(start - 1)}`]), depth, end };
}

/** The bounds of a single number, by the words before it. */
function bounded(hours: number, words: readonly string[]): Duration {
  if (words.some((word) => word === '+' || lowerBounds.has(word))) return { minHours: hours, maxHours: null };
  return { minHours: words.some((word) => upperBounds.has(word)) ? null : hours, maxHours: hours };
}

function numberOf(token: string): number | null {
  const plain = token.replace(/,(?=\d{3}$)/, '').replace(',', '.');
  const value = /^\d/.test(token) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

function isUnit(token: string): boolean {
  return hoursOfUnit.has(token) || longUnits.has(token);
}

function hours(amount: number, unit: string): number | null {
  const perUnit = hoursOfUnit.get(unit);
  return perUnit === undefined ? null : Math.round(amount * perUnit * 100) / 100;
}
