import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RepositoryFolder } from '../../../test/fixtures/repository-folder.js';
import { ToolRefusedError } from './errors.js';
import type { ToolJson } from './repository-tool.js';
import { repositoryTools } from './repository-tools.js';

let folder: RepositoryFolder;
beforeEach(() => {
  folder = new RepositoryFolder({
    'src/cart.ts': 'export class Cart {}\nconst cart = new Cart();\n// cartoon\n',
    'src/long.txt': 'a line of some length\n'.repeat(5000),
    'key.txt': 'AKIAIOSFODNN7EXAMPLE\n',
    '.env': 'PASSWORD=opensesame\n',
    '.gitignore': 'ignored\n',
    'ignored/x.ts': 'Cart',
  }).committed('First cart');
});
afterEach(() => folder.remove());

async function use(name: string, input: ToolJson): Promise<string> {
  const tool = repositoryTools(folder.root).find((some) => some.name === name);
  if (tool === undefined) throw new Error(`There is no tool ${name}`);
  return tool.run(input);
}

describe('the tools of a repository', () => {
  it('list its files', async () => {
    expect(await use('list_files', {})).toBe('.env\n.gitignore\nkey.txt\nsrc/cart.ts\nsrc/long.txt');
    expect(await use('list_files', { folder: 'src/' })).toBe('src/cart.ts\nsrc/long.txt');
  });

  it('read files, or ranges of their lines', async () => {
    expect(await use('read_file', { path: './src/cart.ts', from_line: 2, to_line: '2' })).toBe(
      '2\tconst cart = new Cart();',
    );
    expect((await use('read_file', { path: join(folder.root, 'src/cart.ts') })).split('\n')).toHaveLength(3);
  });

  it('tell how to read on when a file is long', async () => {
    const answer = await use('read_file', { path: 'src/long.txt' });
    expect(answer.length).toBeLessThanOrEqual(30_000);
    const next = Number(/read on with from_line (\d+)\)$/.exec(answer)?.[1]);
    expect(answer).toContain(`\n${next - 1}\ta line`);
    expect(answer).not.toContain(`\n${next}\ta line`);
  });

  it('find texts', async () => {
    expect(await use('search', { text: 'cart', whole_word: true, exact_case: true })).toBe(
      'src/cart.ts:2: const cart = new Cart();',
    );
    expect((await use('search', { text: 'CART' })).split('\n')).toHaveLength(3);
    expect(await use('search', { text: '.*' })).toBe('Nothing was found.');
    expect(await use('search', { text: 'cart', folder: 'src/long.txt' })).toBe('Nothing was found.');
  });

  it('say when they found more than they tell', async () => {
    const answer = await use('search', { text: 'line' });
    expect(answer.split('\n')).toHaveLength(201);
    expect(answer).toMatch(/There is more: search in a folder\.\)$/);
  });

  it('tell the commits', async () => {
    expect(await use('git_log', { path: 'src' })).toMatch(
      /^\d{4}-\d\d-\d\d [0-9a-f]{7,} First cart\n {2}src\/cart\.ts\n {2}src\/long\.txt$/,
    );
    expect(await use('git_log', { path: 'nothing' })).toBe('There are no commits.');
  });

  it('redact credentials and show no file that holds them', async () => {
    expect(await use('read_file', { path: 'key.txt' })).toBe('1\t[redacted: AWS access key]');
    expect(await use('search', { text: 'AKIA' })).toBe('key.txt:1: [redacted: AWS access key]');
    expect(await use('search', { text: 'opensesame' })).toBe('Nothing was found.');
    await expect(use('read_file', { path: '.env' })).rejects.toThrow(
      '.env holds credentials and is not shown.',
    );
  });

  it('do not give a secret file under another name', async () => {
    symlinkSync('.env', join(folder.root, 'harmless.txt'));
    await expect(use('read_file', { path: 'harmless.txt' })).rejects.toThrow('holds credentials');
  });
});

describe('the tools refuse', () => {
  it.each([
    ['read_file', { path: '../x' }],
    ['read_file', { path: '/etc/hostname' }],
    ['read_file', { path: 'out/hostname' }],
    ['read_file', { path: '.git/config' }],
    ['read_file', { path: 'a\0b' }],
    ['read_file', { path: 'src' }],
    ['read_file', { path: 'missing.ts' }],
    ['read_file', { path: 'src/cart.ts', from_line: 99 }],
    ['read_file', { path: 'src/cart.ts', from_line: 0 }],
    ['read_file', { path: 7 }],
    ['read_file', {}],
    ['read_file', null],
    ['read_file', 'src/cart.ts'],
    ['list_files', { folder: '..' }],
    ['list_files', { folder: 'nowhere' }],
    ['search', { text: '' }],
    ['search', { text: 'root', folder: '/etc' }],
    ['search', { text: 'x', whole_word: 'yes' }],
    ['git_log', { path: '../..' }],
    ['git_log', { limit: 1.5 }],
  ])('%s with %j', async (name, input) => {
    symlinkSync('/etc', join(folder.root, 'out'));
    await expect(use(name, input)).rejects.toThrow(ToolRefusedError);
  });
});
