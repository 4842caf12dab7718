import type { ExpectedSection } from '../section.js';
import { editDistance } from './edit-distance.js';
import { lettersOf, missingLetters } from './letters.js';

/**
 * How a name in the answer agrees with an expected one: written alike, in other case or with other
 * separators, with a slip of the pen, or by another name altogether.
 */
export type NameMatch = 'canonical' | 'variant' | 'near' | 'synonym';

/** The expected section that a name stands for, by its index. */
export interface FoundName {
  readonly key: number;
  readonly match: NameMatch;
}

/** Words that models put around a name without meaning another one. */
const FILLERS = new Set([
  'the',
  'your',
  'my',
  'final',
  'updated',
  'revised',
  'complete',
  'section',
  'part',
  'block',
]);

/** UTF-16 units by which fillers and separators may lengthen a name. */
const LONGEST_FILLERS = 24;

/** Letters and digits a name must have to allow one slip, and to allow two. */
const ONE_SLIP_FROM = 7;
const TWO_SLIPS_FROM = 12;
const MOST_SLIPS = 2;

/** Knows the names of the expected sections and finds the one that a piece of text stands for. */
export class ExpectedNames {
  /** UTF-16 units of the longest text that could still be one of the names. */
  readonly longest: number;
  /** How many sections are expected. */
  readonly count: number;
  readonly #canonical = new Map<string, number>();
  readonly #squeezed = new Map<string, FoundName>();
  readonly #reordered = new Map<string, number>();
  /** The letters of each name and synonym, to pass over most texts quickly. */
  readonly #letters: number[] = [];
  readonly #near: { readonly key: number; readonly squeezed: string }[] = [];

  constructor(expected: readonly ExpectedSection[]) {
    let longest = 0;
    expected.forEach((section, key) => {
      this.#addName(section.name, key);
      for (const synonym of section.synonyms ?? []) longest = Math.max(longest, synonym.length);
      longest = Math.max(longest, section.name.length);
    });
    expected.forEach((section, key) => {
      for (const synonym of section.synonyms ?? []) this.#addSynonym(synonym, key);
    });
    this.longest = longest + LONGEST_FILLERS;
    this.count = expected.length;
  }

  /** The section that `text` names, or null. */
  find(text: string): FoundName | null {
    const canonical = this.#canonical.get(text);
    if (canonical !== undefined) return { key: canonical, match: 'canonical' };
    const letters = lettersOf(text);
    if (!this.#letters.some((name) => missingLetters(name, letters) <= MOST_SLIPS)) return null;
    const words = wordsOf(text);
    const squeezed = words.join('');
    return this.#squeezed.get(squeezed) ?? this.#findReordered(words) ?? this.#findNear(squeezed);
  }

  #addName(name: string, key: number): void {
    const words = wordsOf(name);
    const squeezed = words.join('');
    if (squeezed === '') return;
    this.#letters.push(lettersOf(name));
    if (!this.#canonical.has(name)) this.#canonical.set(name, key);
    if (!this.#squeezed.has(squeezed)) this.#squeezed.set(squeezed, { key, match: 'variant' });
    this.#reordered.set(sorted(words), key);
    this.#near.push({ key, squeezed });
  }

  #addSynonym(synonym: string, key: number): void {
    const squeezed = wordsOf(synonym).join('');
    if (squeezed === '' || this.#squeezed.has(squeezed)) return;
    this.#letters.push(lettersOf(synonym));
    this.#squeezed.set(squeezed, { key, match: 'synonym' });
  }

  #findReordered(words: readonly string[]): FoundName | null {
    const kept = words.filter((word) => !FILLERS.has(word));
    if (kept.length < words.length) {
      const found = this.#squeezed.get(kept.join(''));
      return found?.match === 'variant' ? { key: found.key, match: 'near' } : null;
    }
    const key = words.length > 1 ? this.#reordered.get(sorted(words)) : undefined;
    return key === undefined ? null : { key, match: 'near' };
  }

  #findNear(squeezed: string): FoundName | null {
    if (squeezed.length < ONE_SLIP_FROM) return null;
    for (const name of this.#near) {
      const slips = name.squeezed.length < TWO_SLIPS_FROM ? 1 : 2;
      if (editDistance(squeezed, name.squeezed, slips) <= slips) return { key: name.key, match: 'near' };
    }
    return null;
  }
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function sorted(words: readonly string[]): string {
  return words.toSorted().join(' ');
}
