import type { Json } from '../../../models/spec/model-request.js';
import type { OptimizationRow } from '../optimization-row.js';
import { textTokens } from './text-tokens.js';
import { wordSequences } from './word-sequences.js';

/** Words in a row that are no coincidence. */
const COPIED_WORDS = 5;
/** Sequences beyond these are not kept: their rows are read anew each time. */
const MOST_KEPT = 200_000;
/** So many rows may have what they say named, where that is but a word or a few. */
const FEW_NAMED = 2;
const MOST_NAMED = 0.1;

/**
 * Finds what a template has from the rows that it shall be good at: who knows the answers to some rows by heart has
 * learned nothing about others. Text that the start has is no finding.
 */
export class CopiedText {
  readonly #start: string;
  /** The rows that sequences are from. */
  readonly #kept = new Map<string, number>();
  /** The rows whose sequences are not kept. */
  readonly #others: readonly OptimizationRow[];
  /** Texts of rows that are too short to be found by their sequences, as `bounded` gives them. */
  readonly #short: readonly string[];

  constructor(start: string, rows: readonly OptimizationRow[]) {
    this.#start = start;
    this.#others = rows.filter((row) => !this.#keep(row));
    this.#short = shortTexts(rows).filter((text) => !bounded(start).includes(text));
  }

  /**
   * What a template has copied, a phrase for a message; null when nothing.
   *
   * Time is linear in the texts of the rows.
   */
  findIn(template: string): string | null {
    return this.#copiedSequence(template) ?? this.#namedRows(template);
  }

  /** Keeps the sequences of a row, as long as there is room; gives whether there was. */
  #keep(row: OptimizationRow): boolean {
    for (const sequence of sequencesOf(row)) {
      if (this.#kept.size >= MOST_KEPT) return false;
      this.#kept.set(sequence, row.row);
    }
    return true;
  }

  #copiedSequence(template: string): string | null {
    const own = new Set(wordSequences(template, COPIED_WORDS));
    for (const sequence of wordSequences(this.#start, COPIED_WORDS)) own.delete(sequence);
    if (own.size === 0) return null;
    for (const sequence of own) {
      const row = this.#kept.get(sequence);
      if (row !== undefined) return copied(sequence, row);
    }
    for (const other of this.#others) {
      for (const sequence of sequencesOf(other)) if (own.has(sequence)) return copied(sequence, other.row);
    }
    return null;
  }

  #namedRows(template: string): string | null {
    const within = bounded(template);
    const named = this.#short.filter((text) => within.includes(text));
    if (named.length <= Math.max(FEW_NAMED, this.#short.length * MOST_NAMED)) return null;
    return `it names what ${named.length} rows of the data say, such as "${named[0]?.trim()}"`;
  }
}

function copied(sequence: string, row: number): string {
  return `"${sequence}" is from row ${row} of the data`;
}

function* sequencesOf(row: OptimizationRow): Generator<string> {
  for (const text of textsOf(row)) yield* wordSequences(text, COPIED_WORDS);
}

/** What only one row says, in fewer words than make a sequence. What several say is a word of the subject, or a label. */
function shortTexts(rows: readonly OptimizationRow[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const texts = new Set(textsOf(row).filter(isShort).map(bounded));
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count === 1).map(([text]) => text);
}

function isShort(text: string): boolean {
  let weight = 0;
  for (const token of textTokens(text)) {
    weight += token.weight;
    if (weight >= COPIED_WORDS) return false;
  }
  return weight >= 1;
}

/** The words of a text with a space around each, so that a text is found within another by whole words. */
function bounded(text: string): string {
  return ` ${Array.from(textTokens(text), (token) => token.text).join(' ')} `;
}

/** All texts of a row. */
function textsOf({ input, expected }: OptimizationRow): readonly string[] {
  const texts = Object.values(input).flatMap(textsIn);
  return expected === null ? texts : [...texts, expected];
}

function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
