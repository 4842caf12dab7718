import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openStore } from '../../src/store/open-store.js';
import { fillLibrary, type LibrarySize } from './fill-library.js';
import { searchRows } from './library-search.js';
import { templateRows } from './library-templates.js';
import type { BenchRow } from './row.js';

const SIZE: LibrarySize = { prompts: 100_000, projects: 1000 };
const MEGABYTE = 1_000_000;

/** What a large library of prompts costs; takes some minutes, most of them to fill it. */
export async function benchLibrary(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-runner-library-'));
  try {
    const file = join(folder, 'store.db');
    const store = await openStore(file, { now: () => new Date() });
    try {
      const start = performance.now();
      const projects = await fillLibrary(store, SIZE);
      return [
        ...fillingRows(file, performance.now() - start),
        ...(await searchRows(store)),
        ...(await templateRows(store, projects)),
      ];
    } finally {
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fillingRows(file: string, milliseconds: number): BenchRow[] {
  const bytes = [file, `${file}-wal`].filter(existsSync).reduce((sum, part) => sum + statSync(part).size, 0);
  return [
    { name: 'writing one of 100,000 prompts', figure: milliseconds / SIZE.prompts, unit: 'ms' },
    { name: 'size of 100,000 prompts', figure: bytes / MEGABYTE, unit: 'MB' },
  ];
}
