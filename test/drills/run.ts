import { testServer } from '../fixtures/test-server.js';
import { allDrills } from './all-drills.js';
import type { Drill, DrillOutcome } from './drill.js';
import { reasonNotToRun } from './program.js';

/** Runs the drills that words name, or all, at full length: `npm run drill -- writers kill`. */
async function runDrills(words: readonly string[]): Promise<boolean> {
  const reason = reasonNotToRun();
  if (reason !== null) throw new Error(reason);
  const tally = { done: 0, skipped: 0, faults: 0 };
  for (const drill of chosen(allDrills(await testServer()), words)) {
    const outcome = await timed(drill);
    if (outcome.is === 'skipped') tally.skipped++;
    else {
      tally.done++;
      tally.faults += outcome.faults.length;
    }
  }
  print(`\n${tally.done} drills done, ${tally.skipped} skipped, ${tally.faults} faults: ${verdict(tally)}`);
  return tally.faults === 0;
}

function chosen(drills: readonly Drill[], words: readonly string[]): readonly Drill[] {
  const names = [...new Set(drills.map(({ name }) => name))];
  const unknown = words.find((word) => !names.includes(word));
  if (unknown !== undefined) throw new Error(`No drill "${unknown}"; there are: ${names.join(', ')}.`);
  return words.length === 0 ? drills : drills.filter(({ name }) => words.includes(name));
}

async function timed(drill: Drill): Promise<DrillOutcome> {
  print(`\n${drill.name}: ${drill.title}`);
  const began = performance.now();
  const outcome = await drill.run();
  for (const line of linesOf(outcome, (performance.now() - began) / 1000)) print(`  ${line}`);
  return outcome;
}

const MOST_SHOWN = 20;

function linesOf(outcome: DrillOutcome, seconds: number): string[] {
  if (outcome.is === 'skipped') return [`not done: ${outcome.why}`];
  const figures = { ...outcome.figures, seconds: Math.round(seconds), faults: outcome.faults.length };
  const widest = Math.max(...Object.keys(figures).map((what) => what.length));
  return [
    ...Object.entries(figures).map(
      ([what, figure]) => `${what.padEnd(widest)}  ${String(figure).padStart(7)}`,
    ),
    ...outcome.faults.slice(0, MOST_SHOWN).map((fault) => `FAULT ${fault}`),
  ];
}

function verdict({ done, faults }: { readonly done: number; readonly faults: number }): string {
  if (faults > 0) return 'FAILED';
  return done === 0 ? 'nothing was tried' : 'passed';
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

// The exit ends the processes that were started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

process.exitCode = (await runDrills(process.argv.slice(2))) ? 0 : 1;
