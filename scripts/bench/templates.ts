/**
 * Measures the template engine against its peers, and what hostile templates cost.
 *
 *     npx tsx scripts/bench.ts templates
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compile } from '../../src/templates/index.js';
import { allBombs } from '../../test/fixtures/template-bombs.js';
import type { BenchRow } from './row.js';
import { cpythonTime } from './templates/cpython.js';
import { freshTimes } from './templates/fresh-times.js';
import { medianTime } from './templates/median-time.js';
import { entryOf, installPeers, loadPeers, MINIJINJA } from './templates/peers.js';
import { context, source } from './templates/sample.js';

const LIBRARY = pathToFileURL(join(import.meta.dirname, '../../dist/library/templates.js')).href;
const BOMB = fileURLToPath(new URL('./templates/bomb.ts', import.meta.url));
const MEGABYTE = 1_000_000;

/** Measures all figures of the engine; takes about two minutes. Peers that cannot be had are named and left out. */
export async function benchTemplates(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-runner-templates-'));
  try {
    const hasPeers = installPeers(folder);
    if (!hasPeers) skip('the engines in JavaScript: the package registry cannot be reached');
    return [
      ...(await renderingRows(hasPeers ? folder : undefined)),
      ...startRows(folder, hasPeers),
      largeValuesRow(),
      ...bombRows(),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How long the sample takes, warm, as ratios to each peer. */
async function renderingRows(peers: string | undefined): Promise<BenchRow[]> {
  const template = compile(source);
  const own = () => medianTime(() => template.render(context));
  const rows: BenchRow[] = [];
  const cpython = cpythonTime();
  if (cpython === undefined) skip('CPython: no python3 with jinja2');
  else {
    const name = `rendering 10 KB, to CPython Jinja2 ${cpython.version}`;
    rows.push({ name, figure: own() / cpython.microseconds, unit: 'x', limit: 1 });
  }
  for (const { name, render } of peers === undefined ? [] : await loadPeers(peers)) {
    rows.push({
      name: `rendering 10 KB, to ${name}`,
      figure: own() / medianTime(render),
      unit: 'x',
    });
  }
  return rows;
}

/** What the import costs, and the way from nothing to a compiled template. */
function startRows(folder: string, hasPeers: boolean): BenchRow[] {
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, 'export {};\n');
  const [nothing, own, minijinja] = freshTimes([
    { file: pathToFileURL(empty).href, work: 'nothing' },
    { file: LIBRARY, work: 'compile' },
    ...(hasPeers ? [{ file: entryOf(folder, MINIJINJA), work: 'minijinja' } as const] : []),
  ]);
  const importCost = (own?.imported ?? Number.NaN) - (nothing?.imported ?? Number.NaN);
  const rows: BenchRow[] = [{ name: 'import', figure: importCost, unit: 'ms', limit: 5 }];
  if (own === undefined || minijinja === undefined) return rows;
  const name = 'import and compile 10 KB, to minijinja-js';
  return [...rows, { name, figure: own.all / minijinja.all, unit: 'x', limit: 1 }];
}

/** What two values of 1 MB add to a rendering, to the time that copying them takes. */
function largeValuesRow(): BenchRow {
  const template = compile('{{ first }}\n{{ second }}\n');
  const [first, second] = ['a'.repeat(MEGABYTE), 'b'.repeat(MEGABYTE)];
  const large = medianTime(() => template.render({ first, second }));
  const small = medianTime(() => template.render({ first: 'a', second: 'b' }));
  const copying = medianTime(() => [Buffer.from(first), Buffer.from(second)]);
  const figure = Math.max(0, large - small) / copying;
  return { name: 'two values of 1 MB, to copying them', figure, unit: 'x', limit: 1 };
}

/** The slowest and the largest of the hostile templates, each in a process of its own. */
function bombRows(): BenchRow[] {
  const results = allBombs.map((_, at) => bombResult(at));
  const slowest = Math.max(...results.map(({ milliseconds }) => milliseconds));
  const largest = Math.max(...results.map(({ megabytes }) => megabytes));
  const what = `the worst of ${results.length} hostile ones`;
  return [
    { name: `time of ${what}`, figure: slowest, unit: 'ms', limit: 250 },
    { name: `memory of ${what}`, figure: largest, unit: 'MB', limit: 64 },
  ];
}

function bombResult(at: number): { readonly milliseconds: number; readonly megabytes: number } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', BOMB, String(at)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${allBombs[at]} could not be measured: ${stderr}`);
  return JSON.parse(stdout);
}

function skip(what: string): void {
  console.error(`SKIPPED: ${what}`);
}
