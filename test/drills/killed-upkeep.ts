import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStoreToRead } from '../../src/store/open-store.js';
import { quickCheck } from '../../src/store/quick-check.js';
import { type DrillPlace, inDrillPlace } from './drill-place.js';
import { failureOf, type Outcome, runCommand, startCommand } from './program.js';
import { type StoreSnapshot, snapshotOf } from './store-snapshot.js';
import { type UpkeepTrial, upkeepTrials } from './upkeep-trials.js';

export interface UpkeepDrill {
  /** How often each command is killed. */
  readonly kills: number;
  /** How often each is run twice at once. */
  readonly pairs: number;
  /** How many prompts there are, so that the commands take their time. */
  readonly prompts: number;
  /** The address of a server; null for a file. */
  readonly server: string | null;
}

export interface UpkeepReport {
  readonly killed: number;
  /** How many of those left the store as it was before, and as it is afterwards. */
  readonly before: number;
  readonly after: number;
  readonly pairs: number;
  readonly faults: readonly string[];
}

/**
 * Kills commands that change a whole store at random moments. The store has to be as it was before or as it is
 * afterwards, with every row; what is left lying about must be no broken backup, and must not stand in the way of the
 * next run. Two that do the same at once have to come to the same end.
 */
export function upkeepDrill({ kills, pairs, prompts, server }: UpkeepDrill): Promise<UpkeepReport> {
  return inDrillPlace(server, async (place) => {
    const course = new UpkeepCourse(place, server === null);
    for (const trial of await upkeepTrials(place.folder, prompts)) {
      const ends = await course.measure(trial);
      for (let kill = 0; kill < kills; kill++) await course.kill(trial, ends);
      for (let pair = 0; pair < pairs; pair++) await course.runTwice(trial, ends);
    }
    return course.report;
  });
}

/** What a store is before a command and afterwards, and how long that takes, in milliseconds. */
interface Ends {
  readonly before: StoreSnapshot;
  readonly after: StoreSnapshot;
  readonly duration: number;
}

/** No command has begun its work before; starting takes as long. */
const EARLIEST_KILL = 0.2;

class UpkeepCourse {
  readonly #faults: string[] = [];
  readonly #place: DrillPlace;
  readonly #isFile: boolean;
  readonly #counts = { killed: 0, before: 0, after: 0, pairs: 0 };
  #rounds = 0;

  constructor(place: DrillPlace, isFile: boolean) {
    this.#place = place;
    this.#isFile = isFile;
  }

  get report(): UpkeepReport {
    return { ...this.#counts, faults: this.#faults };
  }

  async measure(trial: UpkeepTrial): Promise<Ends> {
    const place = await this.#prepared(trial);
    const before = await snapshotOf(place.db);
    const began = performance.now();
    const outcome = await runCommand(trial.words, place);
    const duration = performance.now() - began;
    this.#mustSucceed(trial, outcome, 'undisturbed');
    const after = await snapshotOf(place.db);
    for (const finding of [...before.findings, ...after.findings])
      this.#fault(trial, `undisturbed: ${finding}`);
    if (isSame(before, after)) this.#fault(trial, 'changes nothing');
    return { before, after, duration };
  }

  async kill(trial: UpkeepTrial, { before, after, duration }: Ends): Promise<void> {
    const place = await this.#prepared(trial);
    const { child, ended } = startCommand(trial.words, place);
    const life = duration * (EARLIEST_KILL + Math.random() * (1 - EARLIEST_KILL));
    const killing = setTimeout(() => child.kill('SIGKILL'), life);
    const outcome = await ended;
    clearTimeout(killing);
    if (outcome.code === null) this.#counts.killed++;
    const found = await snapshotOf(place.db);
    const when = `killed after ${Math.round(life)} of ${Math.round(duration)} ms`;
    if (isSame(found, before)) this.#counts.before++;
    else if (isSame(found, after)) this.#counts.after++;
    else this.#fault(trial, `${when}: the store is neither as before nor as afterwards`);
    for (const finding of found.findings) this.#fault(trial, `${when}: ${finding}`);
    for (const broken of await brokenBackups(place.folder)) this.#fault(trial, `${when}: ${broken}`);
    this.#mustSucceed(trial, await runCommand(trial.words, place), `${when}, and run again`);
    if (!isSame(await snapshotOf(place.db), after)) this.#fault(trial, `${when}, and run again: rows differ`);
  }

  async runTwice(trial: UpkeepTrial, { after }: Ends): Promise<void> {
    const place = await this.#prepared(trial);
    const outcomes = await Promise.all([runCommand(trial.words, place), runCommand(trial.words, place)]);
    for (const outcome of outcomes) this.#mustSucceed(trial, outcome, 'twice at once');
    this.#counts.pairs++;
    if (!isSame(await snapshotOf(place.db), after)) this.#fault(trial, 'twice at once: rows differ');
  }

  /** A home of its own each time, so that what one leaves behind is found; a server has one store for all. */
  async #prepared(trial: UpkeepTrial): Promise<DrillPlace> {
    const folder = join(this.#place.folder, `round-${++this.#rounds}`);
    mkdirSync(folder);
    const db = this.#isFile ? join(folder, 'store.db') : this.#place.db;
    await trial.prepare(db);
    return { folder, db };
  }

  #mustSucceed(trial: UpkeepTrial, outcome: Outcome, when: string): void {
    if (outcome.code !== 0) this.#fault(trial, `${when}: ${failureOf(trial.words, outcome)}`);
  }

  #fault({ what }: UpkeepTrial, says: string): void {
    this.#faults.push(`${what}, ${says}`);
  }
}

function isSame(one: StoreSnapshot, other: StoreSnapshot): boolean {
  return one.schema === other.schema && one.digest === other.digest;
}

/** Backups that carry their name and are not whole. */
async function brokenBackups(folder: string): Promise<string[]> {
  const backups = readdirSync(folder).filter((name) => name.endsWith('.bak'));
  const broken: string[] = [];
  for (const name of backups) {
    const store = await openStoreToRead(join(folder, name));
    const faults = store === null ? ['it is gone'] : await quickCheck(store.database);
    await store?.close();
    broken.push(...faults.map((fault) => `the backup ${name} is not whole: ${fault}`));
  }
  return broken;
}
