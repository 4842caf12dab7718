import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configReference } from '../scripts/reference/config-reference.js';
import { documentedTables } from '../scripts/reference/documented-tables.js';
import { errorReference } from '../scripts/reference/error-reference.js';
import { schemaReference } from '../scripts/reference/schema-reference.js';
import { PROJECT_FILE } from '../src/config/config-file.js';
import { loadConfig } from '../src/config/load-config.js';
import { settingKeys } from '../src/config/survey-config.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reference-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the reference of the configuration', () => {
  it('has a sample file that sets everything', async () => {
    const sample = /```yaml\n([\s\S]*?)```/.exec(configReference())?.[1] ?? '';
    writeFileSync(join(folder, PROJECT_FILE), sample);
    const { origins, warnings } = await loadConfig({ env: { HOME: folder }, cwd: folder, flags: {} });
    expect(Object.values(origins).map(({ from }) => from)).toEqual(settingKeys.map(() => 'project'));
    expect(warnings).toEqual([]);
  });

  it('has the defaults and the places, whatever machine it is made on', () => {
    const page = configReference();
    expect(page).toContain('| 262,144 | The largest feature request');
    expect(page).toContain('`~/.local/share/prompt-runner/prompt-runner.db`');
    expect(page).toContain('`%APPDATA%\\prompt-runner\\config.yaml`');
    expect(page).not.toContain('undefined');
  });
});

describe('the reference of the errors', () => {
  it('has a sentence of its own for each code', () => {
    const rows = Array.from(errorReference().matchAll(/^\| `([A-Z_]+)` \| \d+ \| (.+) \|$/gm));
    const sentences = rows.map(([, , says = '']) => says);
    expect(rows.length).toBeGreaterThan(40);
    expect(sentences.filter((says, at) => sentences.indexOf(says) !== at)).toEqual([]);
    expect(errorReference()).toContain(
      '| `STORE_FULL` | 1 | The store could not be written: the disk is full. |',
    );
  });
});

describe('the reference of the schema', () => {
  it('knows the meaning of every column that there is', async () => {
    const page = await schemaReference();
    const created = Array.from(
      page.matchAll(/^CREATE TABLE "(\w+)" \(([\s\S]*?)\)(?: without rowid)?;$/gm),
      ([, name = '', body = '']) => [
        name,
        Array.from(body.matchAll(/"(\w+)" (?:text|integer|real|blob)/g), ([, column = '']) => column).sort(),
      ],
    );
    const indexes = Array.from(
      page.matchAll(/^CREATE VIRTUAL TABLE "?(\w+)"? using fts5\(\s*([a-z]+(?:, [a-z]+(?!=))*),/gm),
      ([, name = '', columns = '']) => [name, ['rowid', ...columns.split(', ')].sort()],
    );
    const documented = documentedTables().map(({ name, columns }) => [
      name,
      columns.map((column) => column.name).sort(),
    ]);
    expect(Object.fromEntries([...created, ...indexes])).toEqual(Object.fromEntries(documented));
  });

  it('refuses a column that nobody has described', () => {
    const source =
      'export interface Database {\n  things: T;\n}\n/** Things. */\nexport interface T {\n  id: string;\n}\n';
    expect(() => documentedTables(source)).toThrow('things.id has no comment');
  });
});
