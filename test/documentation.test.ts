import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { splitCommand } from '../src/base/text/split-command.js';
import { exampleText, Workbench } from './cli/harness.js';
import { markedBlocks, markedCommands } from './fixtures/marked-blocks.js';

const ROOT = resolve(import.meta.dirname, '..');
const pages = ['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', ...markdownIn('docs')];

const guides = pages.filter(
  (page) => page.startsWith('docs/guides/') && markedCommands(page, 'run').length > 0,
);

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

describe('the documentation', () => {
  it.each(pages)('%s links to what is there', (page) => {
    const links = Array.from(read(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g), ([, target = '']) => target);
    const broken = links.filter((target) => !existsSync(resolve(ROOT, dirname(page), target)));
    expect(broken).toEqual([]);
  });

  it.each(guides)('%s takes a newcomer through: each of its commands runs', async (page) => {
    cpSync(join(ROOT, 'docs/examples'), join(bench.work, 'docs/examples'), { recursive: true });
    for (const command of markedCommands(page, 'run')) {
      const [program, ...words] = splitCommand(command);
      expect(program).toBe('prompt-runner');
      const { code, err } = await bench.run(words);
      expect(code, `${command}\n${err}`).toBe(0);
    }
  });

  it('has library examples that run against the built package', () => {
    const readme = runExample('README.md');
    expect(readme).toBe('Medium []\n');
    const templates = runExample('docs/guides/templates.md');
    expect(templates).toBe(
      "Dear Ada,\n1. read\n2. write {{ nothing }}\nChange nothing else, Ada.\n[ 'name', 'steps' ]\n" +
        '[ "\'a\' is set but never read." ]\n' +
        "No filter named 'uper'. Did you mean 'upper'?\n1 | Dear {{ name|uper }}\n  |              ^\n",
    );
    const sections = runExample('docs/guides/sections.md');
    expect(sections).toBe("1. Read\n2. Write\n[ 'tests' ]\n");
  });
});

/** Runs a page's example as a program of its own; the examples are plain enough to need no compiler. */
function runExample(page: string): string {
  const [example = ''] = markedBlocks(page, 'run', 'ts');
  const model = `globalThis.askYourModel = async () => ${JSON.stringify(exampleText('planning-answer.md'))};\n`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', model + example], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, HOME: bench.folder },
  });
  if (stderr !== '') throw new Error(`${page}: ${stderr}\nThe examples need the bundle: npm run build`);
  return stdout;
}

function read(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

function markdownIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.startsWith('examples'))
    .map((name) => join(folder, name));
}
