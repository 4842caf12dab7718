import { posix } from 'node:path';
import { byCodeUnits } from '../files/file-order.js';
import { definitionsIn } from '../symbols/definitions.js';
import { countWords } from '../text/count-words.js';
import type { RequestTerms } from './request-terms.js';

/** How much a file has of what a request names. */
export interface FileMeasures {
  readonly path: string;
  /** In UTF-16 units, of what was read of it. */
  readonly length: number;
  /** How often each stem of the request stands in it, in their order; in its path it counts more. */
  readonly counts: readonly number[];
  /** How many symbols of the request it declares, and how many it only uses. */
  readonly declared: number;
  readonly used: number;
  /** Whether the request names this file. */
  readonly named: boolean;
}

export interface RankedFile {
  readonly path: string;
  readonly score: number;
}

/** A word in a file's path says more than one in its text. */
const PATH_WEIGHT = 6;
/** The usual values of BM25: how soon further occurrences stop to count, and how much length does. */
const K1 = 1.2;
const B = 0.75;
/** Names that are given exactly outweigh all words. */
const NAMED = 1000;
const DECLARED = 100;
const USED = 3;

export function measureFile(path: string, text: string, terms: RequestTerms): FileMeasures {
  const lower = text.toLowerCase();
  const lowerPath = path.toLowerCase();
  const used = terms.symbols.filter((symbol) => text.includes(symbol));
  const declared = used.length === 0 ? new Set() : new Set(definitionsIn(text).map(({ name }) => name));
  return {
    path,
    length: text.length,
    counts: terms.stems.map(
      (stem) => countWords(text, lower, stem) + PATH_WEIGHT * countWords(path, lowerPath, stem),
    ),
    declared: used.filter((symbol) => declared.has(symbol)).length,
    used: used.length,
    named: terms.paths.some((named) => isNamed(path, named)),
  };
}

/** The files that have anything to do with the request, the most related first; equal ones by path. */
export function rankFiles(files: readonly FileMeasures[]): RankedFile[] {
  const average = files.reduce((sum, { length }) => sum + length, 0) / Math.max(1, files.length) || 1;
  const weights = (files[0]?.counts ?? []).map((_, term) => {
    const having = files.filter(({ counts }) => (counts[term] ?? 0) > 0).length;
    return Math.log(1 + (files.length - having + 0.5) / (having + 0.5));
  });
  return files
    .map((file) => ({ path: file.path, score: score(file, weights, average) }))
    .filter((file) => file.score > 0)
    .sort((a, b) => b.score - a.score || byCodeUnits(a.path, b.path));
}

function score(file: FileMeasures, weights: readonly number[], average: number): number {
  const norm = K1 * (1 - B + (B * file.length) / average);
  const words = file.counts.reduce(
    (sum, count, term) => sum + ((weights[term] ?? 0) * count * (K1 + 1)) / (count + norm),
    0,
  );
  return words + file.declared * DECLARED + file.used * USED + (file.named ? NAMED : 0);
}

function isNamed(path: string, named: string): boolean {
  const wanted = posix.normalize(named.replaceAll('\\', '/')).replace(/^\/|\/$/g, '');
  return path === wanted || path.endsWith(`/${wanted}`);
}
