import { chmodSync, chownSync } from 'node:fs';
import { join } from 'node:path';
import { inDrillPlace } from './drill-place.js';
import { PromptKeeper } from './kept-prompts.js';
import { SmallDisk } from './small-disk.js';
import { NOBODY } from './user-nobody.js';

export interface DiskDrill {
  /** How often the disk becomes full, each time with a little more room before it does. */
  readonly offsets: number;
  /** How much more room each time, in bytes. */
  readonly stepBytes: number;
}

export interface DiskReport {
  readonly commands: number;
  readonly confirmed: number;
  /** How often each error was the answer. */
  readonly refusals: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

const MEGABYTES = 16;
const MOST_CREATED = 20;

/**
 * Lets a store's disk become full at many places, and lets the disk, the folder and the file become read-only or
 * closed to the user. Each time a command has to be refused with a clear error; when it is mended, the next one
 * has to succeed; and at the end, exactly what was confirmed has to be there.
 */
export function diskDrill({ offsets, stepBytes }: DiskDrill): Promise<DiskReport> {
  return inDrillPlace(null, async ({ folder }) => {
    const disk = new SmallDisk(folder, MEGABYTES);
    try {
      // The user that commands run as owns both.
      for (const path of [folder, disk.path]) chownSync(path, NOBODY, NOBODY);
      const keeper = new PromptKeeper({ folder, db: join(disk.path, 'store.db') }, { user: NOBODY });
      await fillUp(disk, keeper, offsets, stepBytes);
      await lockUp(disk, keeper);
      return {
        commands: keeper.commands,
        confirmed: keeper.confirmed.size,
        refusals: keeper.refusals,
        faults: await keeper.inspect(),
      };
    } finally {
      disk.remove();
    }
  });
}

async function fillUp(
  disk: SmallDisk,
  keeper: PromptKeeper,
  offsets: number,
  stepBytes: number,
): Promise<void> {
  for (let offset = 0; offset < offsets; offset++) {
    disk.leave(offset * stepBytes);
    let created = 0;
    while (created < MOST_CREATED && (await keeper.create())) created++;
    if (created === MOST_CREATED)
      keeper.faults.push(`the disk did not become full with ${offset * stepBytes} bytes`);
    disk.clear();
    await keeper.mustCreate(`when there is room again (${offset * stepBytes} bytes)`);
  }
}

/** Permissions that stand in the way, by path and mode, and those that are right. */
const obstacles = [
  { what: 'the folder is read-only', of: '.', mode: 0o555, right: 0o755 },
  { what: 'the folder is closed', of: '.', mode: 0o000, right: 0o755 },
  { what: 'the file is read-only', of: 'store.db', mode: 0o444, right: 0o600 },
  { what: 'the file is closed', of: 'store.db', mode: 0o000, right: 0o600 },
];

async function lockUp(disk: SmallDisk, keeper: PromptKeeper): Promise<void> {
  for (const { what, of, mode, right } of obstacles) {
    const path = join(disk.path, of);
    chmodSync(path, mode);
    await keeper.mustNotCreate(`when ${what}`);
    chmodSync(path, right);
    await keeper.mustCreate(`when no more ${what}`);
  }
  disk.makeReadOnly();
  await keeper.mustNotCreate('when the disk is read-only');
  disk.makeWritable();
  await keeper.mustCreate('when the disk is writable again');
}
