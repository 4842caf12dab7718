import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { systemClock } from '../../src/base/clock.js';
import { openStore } from '../../src/store/open-store.js';
import { type DrillPlace, inDrillPlace } from './drill-place.js';
import { failureOf, type Outcome, runCommand, startCommand } from './program.js';
import { SEARCHING_MODEL, SearchingProvider } from './searching-provider.js';
import { wasKilled } from './tried-batch.js';

export interface KilledOptimizationDrill {
  /** How often a process is killed, in all. */
  readonly kills: number;
  /** How often an optimisation is, before it is let alone. */
  readonly killsEach: number;
  /** Milliseconds before the provider answers. */
  readonly delayMs: number;
  /** The address of a server; null for a file. */
  readonly server: string | null;
}

export interface KilledOptimizationReport {
  readonly optimizations: number;
  readonly killed: number;
  readonly calls: number;
  /** Calls whose end nobody knows: they were made again. */
  readonly ambiguous: number;
  readonly faults: readonly string[];
}

const CONCURRENCY = 8;
const EXAMPLES = join(import.meta.dirname, '../../docs/examples/optimize');

/**
 * Kills the program with SIGKILL at random calls of an optimisation and goes on with the same command, then compares
 * what it came to with one that nobody disturbed, and what is on record with what the provider was asked.
 */
export function killedOptimizationDrill(drill: KilledOptimizationDrill): Promise<KilledOptimizationReport> {
  return inDrillPlace(drill.server, async (place) => {
    const words = ['prompt', 'create', 'triage', '--file', join(EXAMPLES, 'triage.md')];
    const outcome = await runCommand(words, place);
    if (outcome.code !== 0) throw new Error(failureOf(words, outcome));
    const undisturbed = await tried(place, { ...drill, killsEach: 0 });
    const report = { optimizations: 0, killed: 0, calls: 0, ambiguous: 0 };
    const faults = [...undisturbed.faults];
    // Were nothing ever killed, it would still end.
    while (report.killed < drill.kills && report.optimizations < drill.kills) {
      const one = await tried(place, drill);
      report.optimizations++;
      for (const what of ['killed', 'calls', 'ambiguous'] as const) report[what] += one[what];
      faults.push(...one.faults);
      if (!isDeepStrictEqual(one.found, undisturbed.found)) faults.push(`${one.id}: came to another end`);
    }
    return { ...report, faults };
  });
}

interface Tried {
  readonly id: string;
  readonly killed: number;
  readonly calls: number;
  readonly ambiguous: number;
  /** All that has to be the same, however often it was broken off. */
  readonly found: unknown;
  readonly faults: readonly string[];
}

async function tried(place: DrillPlace, { killsEach, delayMs }: KilledOptimizationDrill): Promise<Tried> {
  const provider = new SearchingProvider(delayMs);
  await provider.start();
  try {
    let killed = 0;
    let outcome = await begun(place, provider, killsEach > 0);
    while (wasKilled(outcome)) {
      killed++;
      outcome = await begun(place, provider, killed < killsEach);
    }
    return await leftBehind(place, provider, { killed, outcome });
  } finally {
    await provider.stop();
  }
}

/** A run that is killed has come so many calls further at most. */
const MOST_CALLS_BETWEEN = 40;

/** Begins it or goes on with it; who does is killed, or not, while some of its calls are on their way. */
function begun(place: DrillPlace, provider: SearchingProvider, isToBeKilled: boolean): Promise<Outcome> {
  const { child, ended } = searching(place, provider);
  const calls = 1 + Math.floor(Math.random() * MOST_CALLS_BETWEEN);
  provider.afterCalls(isToBeKilled ? calls : 0, () => child.kill('SIGKILL'));
  return ended;
}

function searching(place: DrillPlace, { env }: SearchingProvider) {
  const words = [
    ...['optimize', 'run', 'triage', '--data', join(EXAMPLES, 'tickets.jsonl'), '--json'],
    ...['--check', 'equals', '--expect', 'urgency', '--model', SEARCHING_MODEL],
    ...['--budget', '160calls', '--concurrency', String(CONCURRENCY)],
  ];
  return startCommand(words, place, { env });
}

async function leftBehind(
  place: DrillPlace,
  provider: SearchingProvider,
  { killed, outcome }: { readonly killed: number; readonly outcome: Outcome },
): Promise<Tried> {
  if (outcome.code !== 0) throw new Error(failureOf(['optimize', 'run'], outcome));
  const shown = await runCommand(['optimize', 'show', 'latest', '--json'], place);
  const { optimization, figures, score, candidates, ends, says } = JSON.parse(shown.out);
  const ledger = await ledgerOf(place, optimization.id);
  return {
    id: optimization.id,
    killed,
    calls: provider.calls,
    ambiguous: ledger.ambiguous,
    found: { figures, score, candidates, ends, says },
    faults: faultsOf(optimization.id, ledger, provider.calls, killed),
  };
}

interface Ledger {
  readonly executions: number;
  readonly answered: number;
  /** Questions that were answered. */
  readonly questions: number;
  readonly ambiguous: number;
}

function faultsOf(id: string, ledger: Ledger, calls: number, killed: number): string[] {
  const { executions, answered, questions, ambiguous } = ledger;
  return [
    ...(executions >= calls ? [] : [`${id}: ${calls} calls, ${executions} on record`]),
    ...(answered + ambiguous >= calls
      ? []
      : [`${id}: ${calls} calls, ${answered} answered, ${ambiguous} unknown`]),
    ...(answered <= calls ? [] : [`${id}: ${answered} answers to ${calls} calls`]),
    ...(answered === questions ? [] : [`${id}: ${answered} answers to ${questions} questions`]),
    ...(ambiguous <= CONCURRENCY * killed ? [] : [`${id}: ${ambiguous} unknown ends in ${killed} losses`]),
  ];
}

async function ledgerOf(place: DrillPlace, id: string): Promise<Ledger> {
  const store = await openStore(place.db, systemClock);
  try {
    const { rows } = await sql<Record<keyof Ledger, number | string>>`
      select count(*) as executions,
        count(*) filter (where e.status = 'succeeded') as answered,
        count(distinct o.key) filter (where e.status = 'succeeded') as questions,
        count(*) filter (where e.status = 'running') as ambiguous
      from optimization_calls o join executions e on e.id = o.execution_id
      where o.optimization_id = ${id}
    `.execute(store.database);
    const [{ executions = 0, answered = 0, questions = 0, ambiguous = 0 } = {}] = rows;
    return {
      executions: Number(executions),
      answered: Number(answered),
      questions: Number(questions),
      ambiguous: Number(ambiguous),
    };
  } finally {
    await store.close();
  }
}
