/** Takes an archive into an empty store as `db import` does, and tells how long it took, and its memory. */
import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import { systemClock } from '../../../src/base/clock.js';
import { takeIn } from '../../../src/store/archive/take-in.js';
import { withSource } from '../../../src/store/archive/with-source.js';
import { openStore } from '../../../src/store/open-store.js';

export interface ImportFigures {
  /** From the first look at the archive until all of it is in the store, for good. */
  readonly milliseconds: number;
  /** At its highest, in megabytes. */
  readonly memory: number;
}

const MEGABYTE_IN_KIB = 1000;

const [location = '', file = ''] = process.argv.slice(2);
const store = await openStore(location, systemClock);
const start = performance.now();
await withSource({ file, scratch: dirname(file), clock: systemClock }, (source) =>
  takeIn(store, source, { clock: systemClock, keep: null }),
);
const milliseconds = performance.now() - start;
await store.close();
const figures: ImportFigures = { milliseconds, memory: process.resourceUsage().maxRSS / MEGABYTE_IN_KIB };
console.log(JSON.stringify(figures));
