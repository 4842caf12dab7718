import { PromptRunnerError } from '../../base/errors.js';
import { execute } from '../execution/execute.js';
import type { ExecutionProblem } from '../execution/execution.js';
import type { ExecutionPorts } from '../execution/execution-ports.js';
import type { ExecutionRequest, ExecutionWatch } from '../execution/execution-request.js';
import type { Batch, BatchProblem, ClaimedItem } from './batch.js';
import type { BatchPorts, BatchWatch } from './batch-ports.js';
import { CallSlots } from './call-slots.js';
import { type ItemOutcome, outcomeOf, problemFrom } from './item-outcome.js';
import type { ItemRange } from './item-range.js';
import { ItemSupply } from './item-supply.js';
import { Outage } from './outage.js';
import { ProgressMeter } from './progress-meter.js';
import { releaseGone } from './release-gone.js';

/** Where a batch came to rest, as far as this process is concerned. */
export type BatchEnd =
  | { readonly is: 'completed' }
  /** The part that was to be asked is; others are not. */
  | { readonly is: 'part-over' }
  | { readonly is: 'paused'; readonly problem: BatchProblem | null }
  | { readonly is: 'cancelled' }
  /** Who follows it wanted that; it goes on when somebody else is at it, and waits otherwise. */
  | { readonly is: 'drained' };

const SECOND = 1000;
/** Calls that begin at the same moment are answered at the same moment, and are in each other's way then. */
const LANE_GAP_MS = 2;
const MOST_SPREAD_MS = 100;

/** One process at work on a batch. */
export class BatchRun {
  readonly #ports: BatchPorts;
  readonly #batch: Batch;
  readonly #watch: BatchWatch;
  /** The only items that are asked here; undefined for all. */
  readonly #part: ItemRange | undefined;
  /** What asking takes, at the batch's rate. */
  readonly #asking: ExecutionPorts;
  readonly #executionWatch: ExecutionWatch;
  readonly #meter = new ProgressMeter();
  readonly #outage: Outage;
  /** Aborted as soon as nothing more is to be begun. */
  readonly #ending = new AbortController();
  #end: BatchEnd | null = null;
  #supply: ItemSupply;
  /** The calls that are on their way: what only waits to be made is none. */
  #inFlight = 0;
  /** Those who wait until a call is over. */
  #waiting: (() => void)[] = [];
  /** The items that were not asked, and go back. */
  readonly #untouched: number[] = [];

  constructor(ports: BatchPorts, batch: Batch, watch: BatchWatch, part?: ItemRange) {
    this.#ports = ports;
    this.#batch = batch;
    this.#watch = watch;
    this.#part = part;
    this.#asking = atRate(ports, batch);
    this.#outage = new Outage(batch.settings.concurrency);
    this.#supply = this.#newSupply();
    this.#executionWatch = { signal: watch.signal, whileWaiting: this.#ending.signal };
  }

  /** Begins nothing more. The first reason counts. */
  halt(end: BatchEnd): void {
    if (this.#end !== null) return;
    this.#end = end;
    this.#supply.end();
    this.#ending.abort(new Error('nothing more is begun'));
    this.#tellWaiting();
  }

  async toItsEnd(): Promise<BatchEnd> {
    const stopLooking = this.#ports.repeatedly(() => this.#glance(), SECOND);
    try {
      while (this.#end === null) await this.#askRound();
    } finally {
      stopLooking();
      await this.#giveBack();
    }
    await this.#look();
    return this.#end;
  }

  /** Asks all that waits. Others may have the last ones: then they are waited for, in case they go. */
  async #askRound(): Promise<void> {
    const { journal, execution } = this.#ports;
    const { id, settings } = this.#batch;
    const released = await releaseGone(this.#ports, id);
    this.#supply = this.#newSupply();
    const gap = Math.min(LANE_GAP_MS, MOST_SPREAD_MS / settings.concurrency);
    const lanes = Array.from({ length: settings.concurrency }, (_, number) => this.#lane(number * gap));
    const asked = await together(lanes);
    if (this.#end !== null) return;
    if (await journal.complete(id, execution.clock.now())) return this.halt({ is: 'completed' });
    if (await this.#isPartOver()) return this.halt({ is: 'part-over' });
    await this.#look();
    if (this.#end === null && asked + released === 0) await this.#rest();
  }

  /** Whether only the rest of the batch is left, which is for others. */
  async #isPartOver(): Promise<boolean> {
    return this.#part !== undefined && this.#ports.journal.isOver(this.#batch.id, this.#part);
  }

  /**
   * Asks one item after the other, and gives how many.
   *
   * @param after milliseconds
   */
  async #lane(after: number): Promise<number> {
    let asked = 0;
    try {
      if (after > 0) await this.#rest(after);
      for (let item = await this.#supply.next(); item !== null; item = await this.#supply.next()) {
        await this.#ask(item);
        asked++;
      }
    } catch (error) {
      this.halt({ is: 'drained' });
      throw error;
    }
    return asked;
  }

  async #ask(item: ClaimedItem): Promise<void> {
    const request = await this.#requestFor(item);
    if (request === null) return;
    for (;;) {
      const outcome = await this.#execute(request);
      if (outcome.is !== 'no-money') return this.#heed(item, outcome);
      if (!(await this.#moneyMayCome(outcome.problem))) return this.#keepUntouched([item]);
    }
  }

  /** Null when it cannot be asked, which is on record then. */
  async #requestFor(item: ClaimedItem): Promise<ExecutionRequest | null> {
    const { worker } = this.#ports;
    try {
      const request = await this.#ports.requestFor(item);
      const { position, calls } = item;
      return {
        ...request,
        place: { batch: this.#batch.id, position, worker: worker.id, callsBefore: calls },
      };
    } catch (error) {
      if (!(error instanceof PromptRunnerError)) throw error;
      await this.#fail(item, problemFrom(error));
      return null;
    }
  }

  async #execute(request: ExecutionRequest): Promise<ItemOutcome> {
    let isOnItsWay = false;
    const onBegin = () => {
      isOnItsWay = true;
      this.#callBegins();
    };
    try {
      await execute(this.#asking, request, { ...this.#executionWatch, onBegin });
      return { is: 'over', problem: null };
    } catch (error) {
      return outcomeOf(error, this.#ending.signal.aborted);
    } finally {
      if (isOnItsWay) this.#callEnds();
    }
  }

  #callBegins(): void {
    this.#inFlight++;
    this.#ports.worker.begin();
  }

  #callEnds(): void {
    this.#inFlight--;
    this.#ports.worker.end();
    this.#tellWaiting();
  }

  async #heed(item: ClaimedItem, outcome: Exclude<ItemOutcome, { is: 'no-money' }>): Promise<void> {
    switch (outcome.is) {
      case 'over':
        return this.#mindOutage(outcome.problem);
      case 'refused':
        return this.#fail(item, outcome.problem);
      case 'untouched':
        return this.#keepUntouched([item]);
      case 'halt':
        if (!outcome.isOnRecord) this.#keepUntouched([item]);
        return this.#pause(outcome.problem);
    }
  }

  /** Waits for calls to end that may cost less than is reserved for them; false when none do, or all is to end. */
  async #moneyMayCome(problem: BatchProblem): Promise<boolean> {
    if (this.#end !== null) return false;
    if (this.#inFlight > 0) await this.#nextAnswer();
    else if (await this.#othersHaveMoney()) await this.#rest();
    else await this.#pause(problem);
    return this.#end === null;
  }

  /** Whether money is set aside for the calls of others, also after those who are gone are settled with. */
  async #othersHaveMoney(): Promise<boolean> {
    await releaseGone(this.#ports, this.#batch.id);
    const standing = await this.#ports.journal.batch(this.#batch.id);
    return standing !== null && standing.reserved > 0;
  }

  async #mindOutage(problem: ExecutionProblem | null): Promise<void> {
    const outage = this.#outage.afterRow(problem);
    if (outage !== null && this.#end === null) await this.#pause(outage);
  }

  #nextAnswer(): Promise<void> {
    return new Promise((resolve) => void this.#waiting.push(resolve));
  }

  #tellWaiting(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const tell of waiting) tell();
  }

  async #pause(problem: BatchProblem): Promise<void> {
    const { journal, execution } = this.#ports;
    this.halt({ is: 'paused', problem });
    await journal.pause(this.#batch.id, problem, execution.clock.now());
  }

  async #fail({ position }: ClaimedItem, problem: BatchProblem): Promise<void> {
    await this.#ports.journal.fail(this.#batch.id, this.#ports.worker.id, position, problem);
  }

  #keepUntouched(items: readonly ClaimedItem[]): void {
    this.#untouched.push(...items.map(({ position }) => position));
  }

  async #giveBack(): Promise<void> {
    await this.#ports.journal.giveBack(this.#batch.id, this.#ports.worker.id, this.#untouched);
  }

  /** Looks in passing: a store that is away for a moment is noticed by those who need it. */
  async #glance(): Promise<void> {
    try {
      await this.#look();
    } catch (error) {
      if (!(error instanceof PromptRunnerError)) throw error;
    }
  }

  /** Tells how far it is, and notices what others want of it. */
  async #look(): Promise<void> {
    const { journal, execution } = this.#ports;
    const batch = await journal.batch(this.#batch.id);
    if (batch === null) throw new Error(`batch ${this.#batch.id} is there no more`);
    this.#watch.onProgress?.(this.#meter.measure(batch, this.#inFlight, execution.clock.now()));
    if (batch.status === 'paused') this.halt({ is: 'paused', problem: batch.problem });
    else if (batch.status !== 'running' && batch.status !== 'loading') this.halt({ is: batch.status });
  }

  async #rest(milliseconds = SECOND): Promise<void> {
    try {
      await this.#asking.sleep(milliseconds, this.#ending.signal);
    } catch (error) {
      if (!this.#ending.signal.aborted) throw error;
    }
  }

  #newSupply(): ItemSupply {
    const { journal, worker, execution } = this.#ports;
    const { id, settings } = this.#batch;
    const claim = (most: number) => journal.claim(id, worker.id, most, execution.clock.now(), this.#part);
    return new ItemSupply(claim, (items) => this.#keepUntouched(items), settings.concurrency);
  }
}

/** The ports of executions, whose calls begin no more often than the batch allows. */
function atRate({ journal, execution }: BatchPorts, { id, settings: { rate } }: Batch): ExecutionPorts {
  if (rate === null) return execution;
  return { ...execution, limiter: new CallSlots({ batch: id, journal, execution }, rate) };
}

/** All of them come to their end, also when one fails. Gives the sum. */
async function together(lanes: readonly Promise<number>[]): Promise<number> {
  let sum = 0;
  for (const lane of await Promise.allSettled(lanes)) {
    if (lane.status === 'rejected') throw lane.reason;
    sum += lane.value;
  }
  return sum;
}
