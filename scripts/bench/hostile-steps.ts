/**
 * Counts the steps that the reader takes for each hostile shape in three sizes, each twice the one before, and
 * prints as JSON how much they grow. Unlike time, steps are the same in every run.
 *
 * A step is one passage through a block of the reader's own code. What the engine of JavaScript does inside a
 * call, such as a search in a string, counts as none: only time shows that.
 */
import { Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';
import { extractSections, planningSections } from '../../src/sections/index.js';
import { hostileShapes } from './hostile-answers.js';

/** What the process prints. */
export interface HostileSteps {
  /** In MB. */
  readonly sizes: readonly number[];
  /** For each shape the larger of the growths from one size to the next. */
  readonly growths: readonly { readonly name: string; readonly growth: number }[];
}

const CHARACTERS_A_MEGABYTE = 1_000_000;
const SIZES = [0.25, 0.5, 1];
const READER = fileURLToPath(new URL('../../src/sections/', import.meta.url));

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
const growths: { name: string; growth: number }[] = [];
for (const { name, of } of hostileShapes) {
  const steps: number[] = [];
  for (const size of SIZES) steps.push(await stepsFor(of(size * CHARACTERS_A_MEGABYTE)));
  const ratios = steps.slice(1).map((count, at) => count / (steps[at] ?? Number.NaN));
  growths.push({ name, growth: Math.max(...ratios) });
}
const figures: HostileSteps = { sizes: SIZES, growths };
console.log(JSON.stringify(figures));

async function stepsFor(text: string): Promise<number> {
  await takeSteps();
  extractSections(text, planningSections);
  return takeSteps();
}

/** The steps since the last time. */
async function takeSteps(): Promise<number> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  return result
    .filter(
      ({ url }) => url.startsWith('file:') && fileURLToPath(url.split('?')[0] ?? url).startsWith(READER),
    )
    .flatMap(({ functions }) => functions)
    .flatMap(({ ranges }) => ranges)
    .reduce((sum, { count }) => sum + count, 0);
}
