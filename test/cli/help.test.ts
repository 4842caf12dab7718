import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyCommand } from '../../scripts/reference/every-command.js';
import { documentedCommands } from '../../scripts/reference/json-schemas.js';
import { groups } from '../../src/cli/groups.js';
import { parseArguments } from '../../src/cli/parse-arguments.js';
import { Workbench } from './harness.js';

let bench: Workbench;
beforeAll(() => {
  bench = new Workbench();
});
afterAll(() => bench.dispose());

const loaded = await Promise.all(groups.map((entry) => entry.load()));
const commands = await everyCommand();

describe('help', () => {
  it('begins with a page on the groups', async () => {
    const { out, code } = await bench.run(['--help']);
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
    expect((await bench.run([])).out).toBe(out);
  });

  it.each(loaded.map((group) => [group.name]))('has a page for %s', async (name) => {
    const page = await bench.run([...name.split(' '), '--help']);
    expect(page.code).toBe(0);
    expect(page.out).toMatchSnapshot();
  });

  it.each(commands.map(({ path }) => [path]))('has a page for %s', async (path) => {
    const { out, code } = await bench.run([...path.split(' '), '--help']);
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
  });

  it('fits a terminal of 80 columns, but for examples', async () => {
    const pages = [
      ['--help'],
      ...loaded.map(({ name }) => [...name.split(' '), '--help']),
      ...commands.map(({ path }) => [...path.split(' '), '--help']),
    ];
    for (const words of pages) {
      const { out } = await bench.run(words);
      const tooWide = out
        .split('\n')
        .filter((line) => line.length > 80 && !line.includes('| ') && !line.startsWith('  prompt-runner'));
      expect(tooWide).toEqual([]);
    }
  });

  it('has examples that the parser takes', () => {
    for (const { path, command } of commands) {
      const called = `prompt-runner ${path}`;
      for (const { command: line } of command.examples) {
        expect(line).toContain(called);
        const words = splitWords(line.slice(line.indexOf(called) + called.length));
        expect(() => parseArguments(command, words, called, new Date()), line).not.toThrow();
      }
    }
  });

  it('has a published schema for every command', () => {
    expect(commands.map(({ path }) => path).sort()).toEqual([...documentedCommands].sort());
  });

  it('has a purpose in one sentence for every command', () => {
    for (const { command } of commands) expect(command.purpose).toMatch(/^[A-Z].*\.$/);
  });
});

/** The words of an example's first command: up to a pipe or a redirection. */
function splitWords(line: string): string[] {
  const words = Array.from(line.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, bare]) => quoted ?? bare ?? '');
  const end = words.findIndex((word) => /^[|<>)]/.test(word) || word.endsWith(')"'));
  return end < 0 ? words : words.slice(0, end);
}
