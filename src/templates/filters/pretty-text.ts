import type { Budget } from '../budget.js';
import { limitFault } from '../fault.js';
import { isMapping, mappingEntries } from '../values/mapping.js';
import { compareText } from '../values/ordering.js';
import { repr } from '../values/repr.js';
import { Tuple } from '../values/sequence.js';
import { TemplateObject } from '../values/template-object.js';
import type { Value } from '../values/value.js';
import { stringLiterals } from './pretty-string.js';

const WIDTH = 80;
const DEEPEST = 100;

/** A value as Python's `pprint` lays it out: on one line if it fits, else one item a line. Keys are sorted. */
export function prettyText(value: Value, budget: Budget): string {
  return layOut(value, { column: 0, behind: 0, depth: 0 }, budget);
}

/** Where a value begins, and how much follows it on its last line. */
interface Place {
  readonly column: number;
  readonly behind: number;
  readonly depth: number;
}

function layOut(value: Value, place: Place, budget: Budget): string {
  budget.step();
  if (place.depth > DEEPEST) throw limitFault('depth', 'The value nests too deeply to be laid out.');
  const isContainer = Array.isArray(value) || (isMapping(value) && !(value instanceof TemplateObject));
  const line = isContainer ? oneLine(value, place.depth, budget) : repr(value, budget);
  if (line.length <= WIDTH - place.column - place.behind) return line;
  if (typeof value === 'string') return layOutString(value, place, budget);
  if (Array.isArray(value)) return layOutItems(value, place, budget);
  return isMapping(value) ? layOutEntries(sortedEntries(value, budget), place, budget) : line;
}

/** At the top, a string of several literals stands in parentheses, which take a column on each side. */
function layOutString(text: string, { column, behind, depth }: Place, budget: Budget): string {
  const edge = depth === 0 ? 1 : 0;
  const room = WIDTH - column - edge;
  const literals = stringLiterals(text, { room, behind: behind + edge }, budget);
  const joined = literals.join(`\n${' '.repeat(column + edge)}`);
  return depth === 0 && literals.length > 1 ? `(${joined})` : joined;
}

function layOutItems(items: readonly Value[], place: Place, budget: Budget): string {
  const [open, close] = items instanceof Tuple ? ['(', items.length === 1 ? ',)' : ')'] : ['[', ']'];
  const laidOut = items.map((item, index) => {
    const behind = index === items.length - 1 ? place.behind + close.length : 1;
    return layOut(item, { column: place.column + 1, behind, depth: place.depth + 1 }, budget);
  });
  return open + laidOut.join(separator(place)) + close;
}

function layOutEntries(entries: readonly Entry[], place: Place, budget: Budget): string {
  const laidOut = entries.map(({ key, value }, index) => {
    const behind = index === entries.length - 1 ? place.behind + 1 : 1;
    const column = place.column + 1 + key.length + 2;
    return `${key}: ${layOut(value, { column, behind, depth: place.depth + 1 }, budget)}`;
  });
  return `{${laidOut.join(separator(place))}}`;
}

function separator({ column }: Place): string {
  return `,\n${' '.repeat(column + 1)}`;
}

function oneLine(value: Value, depth: number, budget: Budget): string {
  if (depth > DEEPEST) throw limitFault('depth', 'The value nests too deeply to be laid out.');
  budget.step();
  if (Array.isArray(value)) {
    const items = value.map((item) => oneLine(item, depth + 1, budget)).join(', ');
    if (!(value instanceof Tuple)) return `[${items}]`;
    return value.length === 1 ? `(${items},)` : `(${items})`;
  }
  if (!isMapping(value)) return repr(value, budget);
  const entries = sortedEntries(value, budget);
  return `{${entries.map((entry) => `${entry.key}: ${oneLine(entry.value, depth + 1, budget)}`).join(', ')}}`;
}

interface Entry {
  readonly key: string;
  readonly value: Value;
}

function sortedEntries(mapping: Parameters<typeof mappingEntries>[0], budget: Budget): readonly Entry[] {
  const entries = Array.from(mappingEntries(mapping, budget), ([key, value]) => ({
    key: repr(key, budget),
    value,
  }));
  budget.step(entries.length);
  return entries.sort((left, right) => compareText(left.key, right.key));
}
