/**
 * Measures how long the reader takes for one hostile shape in three sizes, each twice the one before, and
 * prints the times as JSON. The arguments are the name of the shape and, where it is settled already, the
 * first size in MB; run it with --expose-gc.
 *
 * Time is processor time of the whole process, the collection of garbage on other threads included. User and
 * system time are taken together: their sum is exact, the parting of the two is sampled every 4 ms.
 *
 * Garbage is collected before each measured run, so that none pays for the one before. With the garbage goes
 * compiled code, and compiling it again takes 50 ms or more whatever the size, which would hide growth: so a
 * small run that is not measured comes between.
 */
import { extractSections, planningSections } from '../../src/sections/index.js';
import { hostileShapes } from './hostile-answers.js';
import { median } from './median.js';

/** What one process prints. */
export interface HostileTimes {
  /** In MB, each twice the one before. */
  readonly sizes: readonly number[];
  /** Milliseconds for each size, round by round. */
  readonly rounds: readonly (readonly number[])[];
}

const CHARACTERS_A_MEGABYTE = 1_000_000;
const SIZES = 3;
/** The first size is doubled until a run takes as long: shorter ones drown in what else the process does. */
const SHORTEST_RUN_MS = 25;
const SMALLEST_FIRST_SIZE = 0.5;
const LARGEST_FIRST_SIZE = 32;
const WARM_UP_SIZE = 0.2;
const WARM_UP_MS = 250;
const FEWEST_ROUNDS = 2;
const MOST_ROUNDS = 7;
const ROUNDS_FOR_MS = 1500;

const [, , name, settledSize] = process.argv;
const shape = hostileShapes.find((candidate) => candidate.name === name);
if (shape === undefined) throw new Error(`There is no hostile shape "${name}".`);
const collect = global.gc;
if (collect === undefined) throw new Error('Run it with --expose-gc.');
console.log(JSON.stringify(timesOf(shape.of, collect)));

function timesOf(of: (size: number) => string, collectGarbage: () => void): HostileTimes {
  const small = of(WARM_UP_SIZE * CHARACTERS_A_MEGABYTE);
  for (let spent = 0; spent < WARM_UP_MS; ) spent += cpuMilliseconds(small);
  const first = settledSize === undefined ? firstSize(of) : Number(settledSize);
  const sizes = Array.from({ length: SIZES }, (_, times) => first * 2 ** times);
  const texts = sizes.map((size) => of(size * CHARACTERS_A_MEGABYTE));
  const round = () =>
    texts.map((text) => {
      collectGarbage();
      cpuMilliseconds(small);
      return cpuMilliseconds(text);
    });
  const trial = round();
  const affordable = Math.round(ROUNDS_FOR_MS / trial.reduce((sum, time) => sum + time, 0));
  const length = Math.min(MOST_ROUNDS, Math.max(FEWEST_ROUNDS, affordable));
  return { sizes, rounds: [trial, ...Array.from({ length: length - 1 }, round)] };
}

/** The least size, in MB, that takes long enough. */
function firstSize(of: (size: number) => string): number {
  for (let size = SMALLEST_FIRST_SIZE; size < LARGEST_FIRST_SIZE; size *= 2) {
    const text = of(size * CHARACTERS_A_MEGABYTE);
    if (median([1, 2, 3].map(() => cpuMilliseconds(text))) >= SHORTEST_RUN_MS) return size;
  }
  return LARGEST_FIRST_SIZE;
}

function cpuMilliseconds(text: string): number {
  const before = process.cpuUsage();
  extractSections(text, planningSections);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
