import { systemClock } from '../../src/base/clock.js';
import type { ExperimentId } from '../../src/base/ids.js';
import { openStore } from '../../src/store/open-store.js';
import { observationRows } from '../fixtures/experiments.js';
import { COUNTED_MODEL, CountingProvider } from './counting-provider.js';
import { type DrillPlace, inDrillPlace } from './drill-place.js';
import { killSomewhere } from './kill-somewhere.js';
import { failureOf, type RunningCommand, runCommand, startCommand } from './program.js';
import { prepareRows } from './tried-batch.js';

export interface KilledExperimentDrill {
  readonly rows: number;
  /** How many experiments are killed again and again. */
  readonly experiments: number;
  /** How often each is: a row is asked three times at most, whoever dies. */
  readonly killsEach: number;
  /** Milliseconds before the provider answers. */
  readonly delayMs: number;
  /** The address of a server; null for a file. */
  readonly server: string | null;
}

export interface KilledExperimentReport {
  readonly experiments: number;
  readonly killed: number;
  readonly observations: number;
  readonly faults: readonly string[];
}

const REPEAT = 2;

/**
 * Kills `experiment run` with SIGKILL at random moments and runs it again, then holds what was measured against an
 * experiment that was let alone: each row once for each variant and repeat, and the same values.
 */
export function killedExperimentDrill(drill: KilledExperimentDrill): Promise<KilledExperimentReport> {
  return inDrillPlace(drill.server, async (place) => {
    await prepareRows(place, drill.rows);
    const provider = new CountingProvider(drill.delayMs);
    await provider.start();
    try {
      const undisturbed = new TriedExperiment('undisturbed', place, provider);
      await undisturbed.make();
      await undisturbed.toItsEnd(true);
      const wanted = await undisturbed.measured();
      const report = { experiments: 0, killed: 0, observations: 0 };
      const faults = wanted.length === expected(drill) ? [] : [`undisturbed: ${wanted.length} figures`];
      for (; report.experiments < drill.experiments; report.experiments++) {
        const tried = new TriedExperiment(`killed-${report.experiments}`, place, provider);
        report.killed += await tried.killedAgainAndAgain(drill.killsEach);
        const found = await tried.measured();
        report.observations += found.length;
        faults.push(...tried.failures, ...differences(tried.name, found, wanted));
      }
      return { ...report, faults };
    } finally {
      await provider.stop();
    }
  });
}

/** Two variants by one metric. */
function expected({ rows }: KilledExperimentDrill): number {
  return rows * 2 * REPEAT;
}

/** A figure, and what it is of. */
type Measured = string;

function differences(name: string, found: readonly Measured[], wanted: readonly Measured[]): string[] {
  const has = new Set(found);
  const missing = wanted.filter((one) => !has.has(one));
  return [
    ...missing.map((one) => `${name}: lacks ${one}`),
    ...(found.length === wanted.length ? [] : [`${name}: ${found.length} figures, not ${wanted.length}`]),
  ];
}

/** An experiment that commands work on one after the other, as some are killed. */
class TriedExperiment {
  /** What commands said that should not have. */
  readonly failures: string[] = [];
  readonly name: string;
  readonly #place: DrillPlace;
  readonly #provider: CountingProvider;

  constructor(name: string, place: DrillPlace, provider: CountingProvider) {
    this.name = name;
    this.#place = place;
    this.#provider = provider;
  }

  async make(): Promise<void> {
    const variants = ['--variant', 'a=look', '--variant', 'b=look,temperature=0'];
    const check = ['--check', 'regex:[02468][.]$', '--metric', 'success'];
    const words = ['experiment', 'create', this.name, ...variants, ...check, '--json'];
    const outcome = await runCommand(words, this.#place, { env: this.#provider.env });
    if (outcome.code !== 0) throw new Error(failureOf(words, outcome));
  }

  /** @returns how often it was killed before it came to its end */
  async killedAgainAndAgain(times: number): Promise<number> {
    await this.make();
    let killed = 0;
    let isLoaded = false;
    while (killed < times) {
      if (!(await killSomewhere(this.#start(isLoaded)))) break;
      killed++;
      isLoaded = await this.#isLoaded();
    }
    await this.toItsEnd(!isLoaded);
    return killed;
  }

  /** As its user would: rows that were cut off three times have failed, and are tried again. */
  async toItsEnd(isFirst: boolean): Promise<void> {
    const outcome = await this.#start(!isFirst).ended;
    if (outcome.code === 0) return;
    if (outcome.code !== ROWS_FAILED) this.failures.push(failureOf(['experiment', 'run'], outcome));
    for (const variant of ['a', 'b'])
      await runCommand(['batch', 'retry', `${this.name}/${variant}`], this.#place, {
        env: this.#provider.env,
      });
    await this.#start(true).ended;
  }

  /** All figures, in the order of the rows. */
  async measured(): Promise<Measured[]> {
    const store = await openStore(this.#place.db, systemClock);
    try {
      const [experiment] = await store.experiments.named(this.name, null);
      const rows = await observationRows(store, (experiment?.id ?? '') as ExperimentId, 1);
      return rows.map((row) => JSON.stringify(row));
    } finally {
      await store.close();
    }
  }

  /** Whether the rows of all variants are in: until then it is begun anew. */
  async #isLoaded(): Promise<boolean> {
    const words = ['experiment', 'status', this.name, '--json'];
    const outcome = await runCommand(words, this.#place);
    const { batches = [] }: { batches?: readonly { rows: number | null }[] } =
      outcome.code === 0 ? JSON.parse(outcome.out) : {};
    return batches.length === 2 && batches.every(({ rows }) => rows !== null);
  }

  #start(isLoaded: boolean): RunningCommand {
    const data = isLoaded ? [] : ['--data', 'rows.csv', '--repeat', String(REPEAT), '--model', COUNTED_MODEL];
    const words = ['experiment', 'run', this.name, ...data, '--concurrency', '10', '--json'];
    return startCommand(words, this.#place, { env: this.#provider.env });
  }
}

const ROWS_FAILED = 5;
