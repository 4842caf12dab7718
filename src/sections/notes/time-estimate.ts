import { type Cell, type Entry, textsOf } from '../outline/entry.js';
import { lettersOf, splitLabel, withoutEmphasis } from '../outline/label.js';
import { beginsWithDuration, readDuration } from './duration.js';
import type { Phase, TimeEstimate } from './execution-notes.js';
import type { Field, Reading } from './field.js';

/** Reads the total, which stands beside the title or first below it, and the phases. */
export function readTimeEstimate(field: Field): Reading<TimeEstimate> {
  const { text, rest } = totalOf(field);
  const { value: phases, unread } = readPhases(rest);
  const { minHours, maxHours } = readDuration(text ?? '') ?? { minHours: null, maxHours: null };
  return { value: { text, minHours, maxHours, phases }, unread };
}

function totalOf({ inline, entries }: Field): { text: string | null; rest: readonly Entry[] } {
  if (inline !== '') return { text: inline, rest: entries };
  const index = entries.findIndex(isTotal);
  const total = entries[index];
  if (total === undefined) return { text: null, rest: entries };
  const text = total.kind === 'prose' ? total.text : (splitPhase(total)?.text ?? total.text);
  return { text, rest: [...total.children, ...entries.filter((entry) => entry !== total)] };
}

function isTotal(entry: Entry, index: number): boolean {
  if (index === 0 && entry.kind === 'prose') return readDuration(entry.text) !== null;
  return ['total', 'totaltime', 'overall'].includes(lettersOf(splitPhase(entry)?.name ?? ''));
}

function readPhases(entries: readonly Entry[]): Reading<Phase[]> {
  const readings = entries.map(readPhase);
  return {
    value: readings.flatMap(({ value }) => value ?? []),
    unread: readings.flatMap(({ unread }) => unread),
  };
}

function readPhase(entry: Entry): Reading<Phase | null> {
  const items = readPhases(entry.children);
  const split = splitPhase(entry) ?? (items.value.length > 0 ? titled(entry.text) : null);
  if (split === null) return { value: null, unread: textsOf(entry) };
  const { minHours, maxHours } = readDuration(split.text) ?? { minHours: null, maxHours: null };
  return { value: { ...split, minHours, maxHours, items: items.value }, unread: items.unread };
}

interface SplitPhase {
  readonly name: string;
  readonly text: string;
}

function titled(text: string): SplitPhase {
  const labelled = splitLabel(text);
  return labelled === null
    ? { name: withoutEmphasis(text), text: '' }
    : { name: labelled.label, text: labelled.rest };
}

/** Beyond this many marks a line is a sentence, and no phase with its time. */
const mostMarks = 8;

/** The name of a phase and its time, which follows a colon, a dash or a parenthesis; null without a time. */
function splitPhase({ text, cells }: Entry): SplitPhase | null {
  if (cells !== null) return splitRow(cells);
  for (const { index, mark } of marksIn(text)) {
    const after = text
      .slice(index + mark.length)
      .replace(/^[*_]{1,3}/, '')
      .trim();
    if (!beginsWithDuration(after)) continue;
    const name = withoutEmphasis(text.slice(0, index));
    return { name, text: mark === ' (' && after.endsWith(')') ? after.slice(0, -1) : after };
  }
  return timeFirst(text);
}

function marksIn(text: string): { index: number; mark: string }[] {
  const marks = text.slice(0, 400).matchAll(/:(?=[\s*_]|$)| [-–—(](?=\S| )| → /g);
  return [...marks].slice(0, mostMarks).map((match) => ({ index: match.index, mark: match[0] }));
}

/** `2-3 hours: Analysis`; where a time stands elsewhere in the text, the whole of it is name and text. */
function timeFirst(text: string): SplitPhase | null {
  if (readDuration(text) === null) return null;
  const labelled = splitLabel(text);
  if (labelled !== null && labelled.rest !== '' && beginsWithDuration(labelled.label)) {
    return { name: labelled.rest, text: labelled.label };
  }
  return { name: withoutEmphasis(text), text };
}

function splitRow(cells: readonly Cell[]): SplitPhase | null {
  const [name, ...others] = cells.map(({ text }) => text);
  const hasTime = others.some((cell) => readDuration(cell) !== null);
  return name === undefined || !hasTime ? null : { name: withoutEmphasis(name), text: others.join(' | ') };
}
