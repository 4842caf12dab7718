import { chmodSync, chownSync, copyFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DrillPlace, inDrillPlace } from './drill-place.js';
import type { DiskReport } from './full-disk.js';
import { failureOf, type Outcome, printedError, runCommand } from './program.js';
import { SmallDisk } from './small-disk.js';
import { type StoreSnapshot, snapshotOf } from './store-snapshot.js';
import { type UpkeepTrial, upkeepTrials, wholeStoreTrials } from './upkeep-trials.js';
import { NOBODY } from './user-nobody.js';

export interface RoomDrill {
  /** The verbs of those that are tried. */
  readonly commands: readonly string[];
  /** At how many places each command finds the disk full. */
  readonly offsets: number;
  readonly prompts: number;
}

/** Every command that works with a whole store. */
export const wholeStoreCommands = [
  'upgrade',
  'downgrade',
  'restore',
  'import',
  'backup',
  'export',
  'vacuum',
] as const;

const MEGABYTES = 32;
/** A command may need its store so many times over: a backup, a copy that is made, and a log of changes. */
const MOST_ROOM = 4;

/**
 * Lets commands that work with a whole store find the disk full at many places, the folder read-only, or the disk. Each
 * time one has to be refused with a clear error or to come to its end, and to leave nothing half-made; the store has to
 * be as it was before or as it is afterwards; and when it is mended, the command has to do its work.
 */
export function roomDrill({ commands, offsets, prompts }: RoomDrill): Promise<DiskReport> {
  return inDrillPlace(null, async ({ folder }) => {
    const disk = new SmallDisk(folder, MEGABYTES);
    try {
      for (const path of [folder, disk.path]) chownSync(path, NOBODY, NOBODY);
      const course = new RoomCourse(folder, disk);
      const trials = [...(await upkeepTrials(folder, prompts)), ...wholeStoreTrials(disk.path, prompts)];
      for (const trial of trials) if (commands.includes(trial.what)) await course.run(trial, offsets);
      return course.report;
    } finally {
      disk.remove();
    }
  });
}

interface Ends {
  readonly before: StoreSnapshot;
  readonly after: StoreSnapshot;
}

class RoomCourse {
  readonly #folder: string;
  readonly #disk: SmallDisk;
  readonly #place: DrillPlace;
  readonly #faults: string[] = [];
  readonly #refusals: Record<string, number> = {};
  #commands = 0;
  #confirmed = 0;

  constructor(folder: string, disk: SmallDisk) {
    this.#folder = folder;
    this.#disk = disk;
    this.#place = { folder, db: join(disk.path, 'store.db') };
  }

  get report(): DiskReport {
    return {
      commands: this.#commands,
      confirmed: this.#confirmed,
      refusals: this.#refusals,
      faults: this.#faults,
    };
  }

  async run(trial: UpkeepTrial, offsets: number): Promise<void> {
    const prepared = join(this.#folder, `${trial.what}.db`);
    await trial.prepare(prepared);
    for (const name of readdirSync(this.#folder)) chownSync(join(this.#folder, name), NOBODY, NOBODY);
    const ends = await this.#measure(trial, prepared);
    const { size } = statSync(prepared);
    for (let offset = 0; offset < offsets; offset++) {
      const bytes = Math.floor((size * MOST_ROOM * offset) / offsets);
      await this.#disturbed(trial, prepared, ends, `with ${bytes} bytes of room`, {
        begin: () => this.#disk.leave(bytes),
        end: () => this.#disk.clear(),
      });
    }
    await this.#disturbed(trial, prepared, ends, 'in a read-only folder', {
      begin: () => chmodSync(this.#disk.path, 0o555),
      end: () => chmodSync(this.#disk.path, 0o755),
    });
    await this.#disturbed(trial, prepared, ends, 'on a read-only disk', {
      begin: () => this.#disk.makeReadOnly(),
      end: () => this.#disk.makeWritable(),
    });
  }

  async #measure(trial: UpkeepTrial, prepared: string): Promise<Ends> {
    this.#putInPlace(prepared);
    const before = await this.#snapshot();
    this.#mustSucceed(trial, await this.#command(trial), 'undisturbed');
    return { before, after: await this.#snapshot() };
  }

  async #disturbed(
    trial: UpkeepTrial,
    prepared: string,
    { before, after }: Ends,
    when: string,
    trouble: { readonly begin: () => void; readonly end: () => void },
  ): Promise<void> {
    this.#putInPlace(prepared);
    const there = new Set(readdirSync(this.#disk.path));
    trouble.begin();
    const outcome = await this.#command(trial);
    trouble.end();
    if (outcome.code === 0) this.#confirmed++;
    else this.#refused(trial, outcome, when);
    const found = await this.#snapshot();
    const expected = outcome.code === 0 ? after : before;
    if (found.digest !== expected.digest || found.schema !== expected.schema)
      this.#fault(trial, `${when}: the rows are not those that were to be expected`);
    for (const finding of found.findings) this.#fault(trial, `${when}: ${finding}`);
    if (outcome.code !== 0) this.#mustHaveLeftNothing(trial, there, when);
    this.#mustSucceed(trial, await this.#command(trial), `${when}, and when that was mended`);
  }

  /** A clear error is one that names a file and says what to do. */
  #refused(trial: UpkeepTrial, outcome: Outcome, when: string): void {
    const error = printedError(outcome);
    const code = error?.code ?? 'none';
    this.#refusals[code] = (this.#refusals[code] ?? 0) + 1;
    const isClear = outcome.code === 1 && error?.message.includes(this.#disk.path) && error.hint;
    if (!isClear) this.#fault(trial, `${when}: ${failureOf(trial.words, outcome)}`);
  }

  #mustHaveLeftNothing(trial: UpkeepTrial, there: ReadonlySet<string>, when: string): void {
    const left = readdirSync(this.#disk.path).filter((name) => !there.has(name) && !isOfSqlite(name));
    const halfMade = left.filter((name) => !name.endsWith('.bak'));
    if (halfMade.length > 0) this.#fault(trial, `${when}: it left ${halfMade.join(', ')}`);
  }

  #mustSucceed(trial: UpkeepTrial, outcome: Outcome, when: string): void {
    if (outcome.code === 0) this.#confirmed++;
    else this.#fault(trial, `${when}: ${failureOf(trial.words, outcome)}`);
  }

  #command({ words, makes }: UpkeepTrial): Promise<Outcome> {
    this.#commands++;
    // Nothing is written over; what an earlier run made is not wanted any more.
    if (makes !== undefined && existsSync(makes)) rmSync(makes);
    return runCommand([...words, '--json'], this.#place, { user: NOBODY });
  }

  /** Only the store is on the disk, and belongs to the user that commands run as. */
  #putInPlace(prepared: string): void {
    for (const name of readdirSync(this.#disk.path))
      rmSync(join(this.#disk.path, name), { recursive: true, force: true });
    copyFileSync(prepared, this.#place.db);
    chownSync(this.#place.db, NOBODY, NOBODY);
  }

  /** Of a copy: to look at the store itself would write beside it. */
  #snapshot(): Promise<StoreSnapshot> {
    const copy = join(this.#folder, 'looked-at.db');
    for (const ending of ['', '-wal', '-shm']) rmSync(copy + ending, { force: true });
    for (const ending of ['', '-wal']) {
      if (existsSync(this.#place.db + ending)) copyFileSync(this.#place.db + ending, copy + ending);
    }
    return snapshotOf(copy);
  }

  #fault({ what }: UpkeepTrial, says: string): void {
    this.#faults.push(`${what}, ${says}`);
  }
}

function isOfSqlite(name: string): boolean {
  return name.endsWith('-wal') || name.endsWith('-shm');
}
