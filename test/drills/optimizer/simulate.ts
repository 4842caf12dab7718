import type { Candidate } from '../../../src/engine/optimize/candidate.js';
import { checkScoring } from '../../../src/engine/optimize/check-scoring.js';
import type {
  CallAnswer,
  CallKey,
  OptimizationCall,
} from '../../../src/engine/optimize/optimization-call.js';
import type { OptimizationOutcome } from '../../../src/engine/optimize/optimization-outcome.js';
import { optimize } from '../../../src/engine/optimize/optimize.js';
import { builtinReflectionPrompts } from '../../../src/operations/optimize/reflection-prompts.js';
import { RandomSource } from '../../../src/statistics/random/random-source.js';
import { answerOf } from './answering-model.js';
import { proposalTo } from './reflecting-model.js';
import type { World } from './worlds.js';

/** What a search left behind. */
export interface Trace {
  readonly outcome: OptimizationOutcome;
  /** By their names. */
  readonly candidates: ReadonlyMap<string, Candidate>;
  readonly ledger: ReadonlyMap<CallKey, CallAnswer>;
  /** How often the models were asked. */
  readonly calls: number;
}

/** How a search is disturbed. */
export interface Disturbance {
  readonly concurrency?: number;
  /** It is killed when so many calls were made; what was answered by then is on record. */
  readonly killedAfter?: number;
}

const prompts = builtinReflectionPrompts();

/** Somebody ended the process. */
class Killed extends Error {}

/** Searches in a world, with a ledger in memory; after a kill it is begun anew on what the ledger has. */
export async function simulate(world: World, { concurrency, killedAfter }: Disturbance = {}): Promise<Trace> {
  const ledger = new Map<CallKey, CallAnswer>();
  const candidates = new Map<string, Candidate>();
  let calls = 0;
  let left = killedAfter ?? Number.POSITIVE_INFINITY;
  const ask = async (call: OptimizationCall): Promise<CallAnswer> => {
    const known = ledger.get(call.key);
    if (known !== undefined) return known;
    if (left-- <= 0) throw new Killed();
    calls++;
    const answer = answerTo(call, world);
    // Answers come in another order than they were asked for.
    if (concurrency !== undefined) await new Promise<void>((resolve) => setImmediate(resolve));
    ledger.set(call.key, answer);
    return answer;
  };
  const keep = async (candidate: Candidate) => void candidates.set(candidate.name, candidate);
  const ports = { ask, keep, prompts, scoring: checkScoring(world.checks), fetch: async () => undefined };
  const settings = { ...world.settings, concurrency: concurrency ?? world.settings.concurrency };
  const task = { start: world.start, rows: world.rows, settings };
  const run = () => optimize(ports, task, { signal: new AbortController().signal });
  try {
    return { outcome: await run(), candidates, ledger, calls };
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    left = Number.POSITIVE_INFINITY;
    return { outcome: await run(), candidates, ledger, calls };
  }
}

/** In thousand-millionths of a dollar for a character. */
const PRICE_READ = 25;
const PRICE_WRITTEN = 250;

/** Chance is by the question, as if the model were asked with a seed. */
function answerTo(call: OptimizationCall, world: World): CallAnswer {
  const key = world.isSteady ? call.key.replace(/\/\d+$/, '') : call.key;
  const random = new RandomSource(`${world.settings.seed} ${key}`);
  const asked = call.is === 'row' ? call.template : call.text;
  const text =
    call.is === 'row'
      ? answerOf(call.template, call.row, world.habits, random)
      : proposalTo(call.text, world.temper, random);
  return { text, cost: asked.length * PRICE_READ + text.length * PRICE_WRITTEN };
}
