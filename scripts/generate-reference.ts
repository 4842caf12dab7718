/**
 * Writes docs/reference from the code. With `--check` it writes nothing and fails when a page is stale.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cliReference } from './reference/cli-reference.js';
import { configReference } from './reference/config-reference.js';
import { errorReference } from './reference/error-reference.js';
import { formatsReference } from './reference/formats-reference.js';
import { jsonSchemas } from './reference/json-schemas.js';
import { schemaReference } from './reference/schema-reference.js';
import { strategySchemaReference } from './reference/strategy-schema-reference.js';
import { workflowSchemaReference } from './reference/workflow-schema-reference.js';

const FOLDER = join(import.meta.dirname, '../docs/reference');

const pages = new Map([
  ['cli.md', await cliReference()],
  ['config.md', configReference()],
  ['errors.md', errorReference()],
  ['formats.md', formatsReference()],
  ['schema.md', await schemaReference()],
  ['strategy.schema.json', strategySchemaReference()],
  ['workflow.schema.json', workflowSchemaReference()],
  ...jsonSchemas(),
]);

const present = new Map(presentPages().map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]));
const stale = [...pages].filter(([name, page]) => present.get(name) !== page).map(([name]) => name);
const gone = [...present.keys()].filter((name) => !pages.has(name));

if (process.argv.includes('--check')) {
  for (const name of [...stale, ...gone]) console.error(`docs/reference/${name} is stale; run: npm run fix`);
  process.exitCode = stale.length + gone.length > 0 ? 1 : 0;
} else {
  for (const name of gone) rmSync(join(FOLDER, name));
  for (const name of stale) {
    mkdirSync(dirname(join(FOLDER, name)), { recursive: true });
    writeFileSync(join(FOLDER, name), pages.get(name) ?? '');
    console.log(`docs/reference/${name}`);
  }
}

function presentPages(): string[] {
  try {
    return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(md|json)$/.test(name),
    );
  } catch {
    return [];
  }
}
