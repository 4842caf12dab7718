/**
 * Measures speed and memory and prints the figures beside their limits; with `--write`, also into
 * docs/benchmarks.md. Words name the parts to run: startup, installed, sections, templates, library, executions.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { benchExecutions } from './bench/executions.js';
import { benchInstalled } from './bench/installed.js';
import { benchLibrary } from './bench/library.js';
import type { BenchRow } from './bench/row.js';
import { benchSections } from './bench/sections.js';
import { benchStartup } from './bench/startup.js';
import { benchTemplates } from './bench/templates.js';

const PAGE = join(import.meta.dirname, '../docs/benchmarks.md');
const parts = {
  startup: benchStartup,
  installed: benchInstalled,
  sections: benchSections,
  templates: benchTemplates,
  library: benchLibrary,
  executions: benchExecutions,
};

const named = process.argv.slice(2).filter((word) => word in parts);
const rows: BenchRow[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (named.length === 0 || named.includes(name)) rows.push(...(await measure()));
}
const table = [
  '| what | figure | limit | |',
  '| --- | ---: | ---: | --- |',
  ...rows.map(({ name, figure, unit, limit }) => {
    const held = limit === undefined ? '' : figure <= limit ? 'held' : 'missed';
    return `| ${name} | ${round(figure)} ${unit} | ${limit ?? ''} | ${held} |`;
  }),
].join('\n');
console.log(table);
if (process.argv.includes('--write')) writeFileSync(PAGE, withTable(readFileSync(PAGE, 'utf8')));

function round(figure: number): string {
  return figure < 10 ? figure.toFixed(2) : figure.toFixed(0);
}

function withTable(page: string): string {
  const date = new Date().toISOString().slice(0, 10);
  const machine = `Node ${process.version}, ${cpus().length} cores, ${process.platform}, ${date}`;
  return page.replace(
    /<!-- figures -->[\s\S]*<!-- \/figures -->/,
    `<!-- figures -->\n${machine}\n\n${table}\n<!-- /figures -->`,
  );
}
