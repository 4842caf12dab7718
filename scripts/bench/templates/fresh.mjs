/**
 * A process of its own: imports a module and does what the second word says with the source that comes
 * through stdin; prints the milliseconds that the import took, and all of it.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const [file, work] = process.argv.slice(2);
const source = readFileSync(0, 'utf8');
const start = performance.now();
const module = await import(file);
const imported = performance.now();
if (work === 'compile') module.compile(source);
if (work === 'minijinja') new module.Environment().addTemplate('sample', source);
console.log(JSON.stringify({ imported: imported - start, all: performance.now() - start }));
