import { isDeepStrictEqual } from 'node:util';
import { START as START_NAME } from '../../../src/engine/optimize/candidate.js';
import { RandomSource } from '../../../src/statistics/random/random-source.js';
import { STUFFING } from './answering-model.js';
import { simulate, type Trace } from './simulate.js';
import { truthOf, type World } from './worlds.js';

/** What one search came to, held against the truth. */
export interface Trial {
  /** The parts of answers that are right, with what was chosen, the best of random search, and the start. */
  readonly chosen: number;
  readonly random: number;
  readonly start: number;
  /** What an answer costs with what was chosen, as a part of what it costs with the start; null when it is not known. */
  readonly cost: number | null;
  readonly isClaimed: boolean;
  /** Whether what is claimed to be better is not. */
  readonly isFalseClaim: boolean;
  /** Whether a text was chosen that only pleases the check. */
  readonly isGamed: boolean;
  /** What does not hold, of those things that have to hold always. */
  readonly faults: readonly string[];
}

/** Searches in a world twice: without trouble, and killed on the way, with answers that come in another order. */
export async function tryIn(world: World, seed: string): Promise<Trial> {
  const trace = await simulate(world);
  const { outcome } = trace;
  const truth = (name: string) => truthOf(templateOf(trace, name), world);
  const [start, chosen] = [truth(START_NAME), truth(outcome.chosen)];
  const { finding } = outcome;
  const isClaimed = finding.is === 'judged' && (finding.claim === 'better' || finding.claim === 'cheaper');
  return {
    chosen,
    random: truth(bestOfRandom(trace)),
    start,
    cost: costRatio(trace),
    isClaimed,
    isFalseClaim: isClaimed && finding.claim === 'better' && chosen <= start,
    isGamed: templateOf(trace, outcome.chosen).includes(STUFFING),
    faults: [...faultsOfLedger(trace, world), ...(await faultsOfRepeat(trace, world, seed))],
  };
}

function templateOf({ candidates }: Trace, name: string): string {
  return candidates.get(name)?.template ?? '';
}

/** The best of the random search, or the start where it found nothing better. */
function bestOfRandom({ outcome }: Trace): string {
  const [best] = outcome.figures
    .filter(({ arm }) => arm !== 'reflective')
    .sort((a, b) => b.training.score - a.training.score);
  return best?.candidate ?? START_NAME;
}

function costRatio({ outcome }: Trace): number | null {
  const costOf = (name: string) =>
    outcome.figures.find(({ candidate }) => candidate === name)?.holdOut?.cost ?? null;
  const [chosen, start] = [costOf(outcome.chosen), costOf(START_NAME)];
  return chosen === null || start === null ? null : chosen / start;
}

function faultsOfLedger({ outcome, ledger, calls }: Trace, { settings }: World): string[] {
  const { spent } = outcome;
  const faults: string[] = [];
  if (calls !== ledger.size || calls !== spent.calls)
    faults.push(`${calls} calls, ${ledger.size} on the ledger, ${spent.calls} said to be spent`);
  if (settings.budget.calls !== null && calls > settings.budget.calls)
    faults.push(`${calls} calls of ${settings.budget.calls} that were allowed`);
  const cost = [...ledger.values()].reduce((sum, answer) => sum + (answer.cost ?? 0), 0);
  if (cost !== spent.cost) faults.push(`${cost} on the ledger, ${spent.cost} said to be spent`);
  return faults;
}

async function faultsOfRepeat(trace: Trace, world: World, seed: string): Promise<string[]> {
  const killedAfter = new RandomSource(`killed ${seed}`).below(trace.calls);
  const again = await simulate(world, { concurrency: 3, killedAfter });
  const isSame =
    isDeepStrictEqual(again.outcome, trace.outcome) &&
    isDeepStrictEqual(again.candidates, trace.candidates) &&
    isDeepStrictEqual([...again.ledger.keys()].sort(), [...trace.ledger.keys()].sort());
  return isSame ? [] : [`killed after ${killedAfter} calls, and gone on with: another result`];
}
