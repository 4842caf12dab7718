/**
 * Measures speed and memory and prints the figures beside their limits; with `--write`, also into
 * docs/benchmarks.md. Words name the parts to run: startup, installed, sections, templates, library, executions,
 * batches, workers, simulated, scale, experiments; and million, which takes half an hour and is measured only when it is named.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { benchBatches } from './bench/batches.js';
import { benchExecutions } from './bench/executions.js';
import { benchExperiments } from './bench/experiments.js';
import { benchInstalled } from './bench/installed.js';
import { benchLibrary } from './bench/library.js';
import { benchMillionRows } from './bench/million-rows.js';
import type { BenchRow } from './bench/row.js';
import { benchScale } from './bench/scale.js';
import { benchSections } from './bench/sections.js';
import { benchSimulatedWorkers } from './bench/simulated-workers.js';
import { benchStartup } from './bench/startup.js';
import { benchTemplates } from './bench/templates.js';
import { benchWorkers } from './bench/workers.js';

const PAGE = join(import.meta.dirname, '../docs/benchmarks.md');
const parts = {
  startup: benchStartup,
  installed: benchInstalled,
  sections: benchSections,
  templates: benchTemplates,
  library: benchLibrary,
  executions: benchExecutions,
  batches: benchBatches,
  workers: benchWorkers,
  simulated: benchSimulatedWorkers,
  scale: benchScale,
  experiments: benchExperiments,
  million: benchMillionRows,
};

/** What takes too long to be measured along with the rest. */
const onlyWhenNamed = ['million'];

const named = process.argv.slice(2).filter((word) => word in parts);
for (const [part, measure] of Object.entries(parts)) {
  if (named.length === 0 ? onlyWhenNamed.includes(part) : !named.includes(part)) continue;
  const table = tableOf(await measure());
  console.log(`${part}\n${table}\n`);
  if (process.argv.includes('--write'))
    writeFileSync(PAGE, withTable(readFileSync(PAGE, 'utf8'), part, table));
}

function tableOf(rows: readonly BenchRow[]): string {
  return [
    '| what | figure | limit | |',
    '| --- | ---: | ---: | --- |',
    ...rows.map(
      (row) => `| ${row.name} | ${round(row.figure)} ${row.unit} | ${limitOf(row)} | ${verdictOn(row)} |`,
    ),
  ].join('\n');
}

function limitOf({ limit, least }: BenchRow): string {
  return least === undefined ? String(limit ?? '') : `at least ${least}`;
}

function verdictOn({ figure, limit, least }: BenchRow): string {
  if (limit === undefined && least === undefined) return '';
  return figure <= (limit ?? Number.POSITIVE_INFINITY) && figure >= (least ?? 0) ? 'held' : 'missed';
}

function round(figure: number): string {
  return figure < 10 ? figure.toFixed(2) : figure.toFixed(0);
}

/** The page with one part's table in place of the one that stands between that part's marks. */
function withTable(page: string, part: string, table: string): string {
  const date = new Date().toISOString().slice(0, 10);
  const machine = `Node ${process.version}, ${cpus().length} cores, ${process.platform}, ${date}`;
  const [begin, end] = [`<!-- ${part} -->`, `<!-- /${part} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${PAGE} has no place for ${part}`);
  return `${page.slice(0, from)}${begin}\n${machine}\n\n${table}\n${page.slice(to)}`;
}
