import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { systemClock } from '../../src/base/clock.js';
import type { BatchResultRow, BatchStatusOutput } from '../../src/operations/batch/outputs.js';
import { openStore } from '../../src/store/open-store.js';
import { answerTo, COUNTED_MODEL, type CountingProvider } from './counting-provider.js';
import type { DrillPlace } from './drill-place.js';
import { failureOf, type Outcome, type RunningCommand, runCommand, startCommand } from './program.js';

/** What a batch of a drill is asked with. */
export interface TrialTerms {
  readonly rows: number;
  readonly concurrency: number;
  /** Settings of the environment besides those of the provider. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A prompt for the rows of all batches at a place. */
export async function prepareRows(place: DrillPlace, rows: number): Promise<void> {
  const data = Array.from({ length: rows }, (_, at) => `${at + 1}\n`).join('');
  writeFileSync(join(place.folder, 'rows.csv'), `number\n${data}`);
  const words = ['prompt', 'create', 'look', '--text', 'Look at row {{ number }}.', '--json'];
  const outcome = await runCommand(words, place);
  if (outcome.code !== 0) throw new Error(failureOf(words, outcome));
}

/** A batch that commands work on one after the other, as some are broken off, and what it leaves behind. */
export class TriedBatch {
  /** What commands said that should not have. */
  readonly failures: string[] = [];
  /** How often the rows that had failed were tried again. */
  #retries = 0;
  readonly name: string;
  readonly #place: DrillPlace;
  readonly #provider: CountingProvider;
  readonly #terms: TrialTerms;

  constructor(name: string, place: DrillPlace, provider: CountingProvider, terms: TrialTerms) {
    this.name = name;
    this.#place = place;
    this.#provider = provider;
    this.#terms = terms;
  }

  /** Begins it. */
  run(): RunningCommand {
    return this.#start(this.#asked());
  }

  /** Has workers do it. */
  async handOut(): Promise<void> {
    const words = [...this.#asked(), '--workers', '--detach'];
    const outcome = await this.#start(words).ended;
    if (outcome.code !== 0) this.failures.push(failureOf(['batch', 'run'], outcome));
  }

  /** Goes on with it. */
  resume(): RunningCommand {
    return this.#start(['resume', this.name]);
  }

  /** Null as long as it has not been begun. */
  async status(): Promise<BatchStatusOutput | null> {
    const outcome = await this.#start(['status', this.name]).ended;
    return outcome.code === 0 ? JSON.parse(outcome.out) : null;
  }

  /** Whether all rows are in: until then there is nothing to go on with. */
  async isLoaded(): Promise<boolean> {
    const rows = (await this.status())?.batch.rows;
    return rows === this.#terms.rows;
  }

  /** Lets it come to its end, as its user would: rows that were cut off three times have failed, and are tried again. */
  async complete(): Promise<void> {
    const status = await this.status();
    if (status?.batch.status !== 'completed') await this.#toItsEnd('resume');
    if ((await this.status())?.batch.failed === 0) return;
    this.#retries++;
    await this.#toItsEnd('retry');
  }

  async #toItsEnd(how: 'resume' | 'retry'): Promise<void> {
    const outcome = await this.#start([how, this.name]).ended;
    if (outcome.code !== 0 && outcome.code !== ROWS_FAILED)
      this.failures.push(failureOf(['batch', how], outcome));
  }

  /**
   * What is wrong with what it left behind: rows that are lost or answered with something else, calls that are not on
   * record, calls whose end nobody knows and that are not listed, and more calls than that many losses allow.
   *
   * @param broken how often a process was ended that was at it
   */
  async faults(broken: number): Promise<string[]> {
    const { rows, concurrency } = this.#terms;
    const status = await this.status();
    if (status === null) return [`${this.name}: is not there`];
    const results = await this.results();
    const twice = this.#provider.total - this.#provider.calls.size;
    return [
      ...this.failures.map((failure) => `${this.name}: ${failure}`),
      ...(status.batch.status === 'completed' ? [] : [`${this.name}: is ${status.batch.status}`]),
      ...(results.length === rows ? [] : [`${this.name}: has ${results.length} of ${rows} rows`]),
      ...results.flatMap((result) => this.#faultsOfRow(result)),
      ...(twice <= concurrency * broken ? [] : [`${this.name}: ${twice} calls too many in ${broken} losses`]),
      ...(await this.#faultsOfLedger(status)),
    ];
  }

  /** What became of the rows, in their order. */
  async results(): Promise<BatchResultRow[]> {
    const outcome = await runCommand(['batch', 'results', this.name], this.#place, this.#surroundings);
    return outcome.out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
  }

  #faultsOfRow({ row, status, answer, problem }: BatchResultRow): string[] {
    if (status !== 'done') return [`row ${row} is ${status}: ${problem?.code} ${problem?.message}`];
    return answer === answerTo(row) ? [] : [`row ${row} has the answer ${answer}`];
  }

  async #faultsOfLedger(status: BatchStatusOutput): Promise<string[]> {
    const ledger = await this.#ledger(status.batch.id);
    const listed = countedBy(status.ambiguous.map(({ row }) => row));
    return [...this.#provider.calls].flatMap(([row, calls]) => {
      const { recorded, ended } = ledger.get(row) ?? { recorded: 0, ended: 0 };
      const unknown = listed.get(row) ?? 0;
      return [
        ...(recorded >= calls ? [] : [`row ${row}: ${calls} calls, ${recorded} on record`]),
        ...(ended + unknown >= calls
          ? []
          : [`row ${row}: ${calls} calls, ${ended} ended, ${unknown} listed`]),
        ...(calls <= MOST_CALLS * (1 + this.#retries) ? [] : [`row ${row}: ${calls} calls`]),
      ];
    });
  }

  async #ledger(batch: string): Promise<ReadonlyMap<number, { recorded: number; ended: number }>> {
    const store = await openStore(this.#place.db, systemClock);
    try {
      const { rows } = await sql<{ row: number; recorded: number; ended: number }>`
        select i.row, count(*) as recorded, sum(case a.status when 'running' then 0 else 1 end) as ended
        from batch_items i
        join batch_executions b on b.batch_id = i.batch_id and b.position = i.position
        join execution_attempts a on a.execution_id = b.execution_id
        where i.batch_id = ${batch}
        group by i.row
      `.execute(store.database);
      return new Map(
        rows.map(({ row, recorded, ended }) => [
          Number(row),
          { recorded: Number(recorded), ended: Number(ended) },
        ]),
      );
    } finally {
      await store.close();
    }
  }

  #asked(): string[] {
    const concurrency = String(this.#terms.concurrency);
    const how = ['--model', COUNTED_MODEL, '--concurrency', concurrency, '--name', this.name];
    return ['run', 'look', '--data', 'rows.csv', ...how];
  }

  get #surroundings() {
    return { env: { ...this.#provider.env, ...this.#terms.env } };
  }

  #start(words: readonly string[]): RunningCommand {
    return startCommand(['batch', ...words, '--json'], this.#place, this.#surroundings);
  }
}

/** What came of rows, without what differs from run to run: names of executions, times, and who answered. */
export function outcomesOfRows(rows: readonly BatchResultRow[]): string {
  return rows
    .map(({ position, row, status, input, answer, value, problem }) =>
      JSON.stringify({ position, row, status, input, answer, value, problem }),
    )
    .join('\n');
}

/** What a row takes at most. */
const MOST_CALLS = 3;

/** How a batch ends some of whose rows failed. */
const ROWS_FAILED = 5;

/** Whether a command was ended from outside, before it came to its end. */
export function wasKilled({ code }: Outcome): boolean {
  return code === null;
}

function countedBy(rows: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  return counts;
}
