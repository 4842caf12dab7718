import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const BLOCK_BYTES = 4096;

/** Why there can be no disk for a drill here; null when there can be one. */
export function reasonForNoDisk(): string | null {
  if (process.platform !== 'linux') return 'a small disk is a tmpfs, which this system does not have';
  return process.getuid?.() === 0 ? null : 'only root may mount a small disk (tmpfs)';
}

/** A disk of a few megabytes in memory, which can be filled up to a byte. */
export class SmallDisk {
  readonly path: string;
  readonly #filler: string;

  /** @param folder where it appears, under the name `disk` */
  constructor(folder: string, megabytes: number) {
    this.path = join(folder, 'disk');
    this.#filler = join(this.path, 'filler');
    mkdirSync(this.path);
    mount(['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'prompt-runner-drill', this.path]);
  }

  /** Takes all room but so many bytes, in blocks of 4 KiB. */
  leave(freeBytes: number): void {
    this.clear();
    const { bavail, bsize } = statfsSync(this.path);
    const file = openSync(this.#filler, 'w');
    try {
      const block = Buffer.alloc(BLOCK_BYTES, 1);
      for (let left = bavail * bsize - freeBytes; left >= BLOCK_BYTES; left -= BLOCK_BYTES)
        writeSync(file, block);
    } finally {
      closeSync(file);
    }
  }

  /** Gives the room back. */
  clear(): void {
    rmSync(this.#filler, { force: true });
  }

  makeReadOnly(): void {
    mount(['-o', 'remount,ro', this.path]);
  }

  makeWritable(): void {
    mount(['-o', 'remount,rw', this.path]);
  }

  /** At once for all, although this process may have files there that are closed only when they are garbage. */
  remove(): void {
    run('umount', ['--lazy', this.path]);
  }
}

function mount(words: readonly string[]): void {
  run('mount', words);
}

function run(program: string, words: readonly string[]): void {
  const { status, stderr } = spawnSync(program, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}
