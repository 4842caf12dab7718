import { performance } from 'node:perf_hooks';
import type { Store } from '../../src/store/store.js';
import { EVERYWHERE, markedWord } from './fill-library.js';
import { percentile } from './percentile.js';
import type { BenchRow } from './row.js';

const SEARCHES = 200;
const HITS_WANTED = 20;
const LIMIT_MS = 20;
/** A word that every prompt has need not be found at once, only without making anybody wait. */
const LIMIT_EVERYWHERE_MS = 500;

/** How many of 100,000 prompts have a word, and how many digits of their numbers it stands for. */
const commonness = [
  { matches: 1, digits: 5 },
  { matches: 10, digits: 4 },
  { matches: 100, digits: 3 },
  { matches: 1000, digits: 2 },
] as const;

/** Searches for words and for parts of words, each time others. */
export async function searchRows(store: Store): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { matches, digits } of commonness) {
    const word = (at: number) => markedWord(spread(at, 10 ** digits), digits);
    await requireMatches(store, word(0), matches);
    rows.push(
      ...(await timed(store, `a word that ${matches} have`, word, LIMIT_MS)),
      ...(await timed(store, `a part of a word that ${matches} have`, (at) => word(at).slice(1), LIMIT_MS)),
    );
  }
  return [
    ...rows,
    ...(await timed(store, 'a word that all have', () => EVERYWHERE, LIMIT_EVERYWHERE_MS)),
    ...(await timed(store, 'a part of a word that all have', () => EVERYWHERE.slice(1), LIMIT_EVERYWHERE_MS)),
  ];
}

/** Numbers below a bound that are far apart. */
function spread(at: number, bound: number): number {
  return (at * 7919) % bound;
}

/** The figures would say nothing if the words were not as common as they say. */
async function requireMatches(store: Store, text: string, matches: number): Promise<void> {
  const hits = await store.promptSearch.search({ text, limit: matches + 1 });
  if (hits.length !== matches) throw new Error(`${text} was found ${hits.length} times, not ${matches}.`);
}

async function timed(
  store: Store,
  what: string,
  textOf: (at: number) => string,
  limit: number,
): Promise<BenchRow[]> {
  const times: number[] = [];
  for (let at = 0; at < SEARCHES; at++) {
    const text = textOf(at);
    const start = performance.now();
    await store.promptSearch.search({ text, limit: HITS_WANTED });
    times.push(performance.now() - start);
  }
  const name = `search for ${what}`;
  return [
    { name: `${name}, p50`, figure: percentile(times, 0.5), unit: 'ms' },
    { name: `${name}, p95`, figure: percentile(times, 0.95), unit: 'ms', limit },
  ];
}
