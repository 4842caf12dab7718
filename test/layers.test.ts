import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCES = resolve(import.meta.dirname, '../src');

/**
 * Which folder may import which, besides itself. The first matching prefix names a file's layer. A
 * value import and a type import count alike: a layer must not even know the names of one above it.
 */
const layers: readonly (readonly [layer: string, mayImport: readonly string[]])[] = [
  ['bin.ts', ['app.ts', 'cli']],
  ['index.ts', ['app.ts', 'base', 'engine', 'operations', 'sections', 'templates']],
  ['app.ts', ['durable', 'base', 'config', 'engine', 'models', 'operations', 'store', 'workspace']],
  ['cli', ['operations', 'base']],
  ['durable', ['operations', 'store', 'base']],
  [
    'operations',
    [
      'engine',
      'prompts',
      'formats',
      'templates',
      'sections',
      'statistics',
      'models/spec',
      'repository',
      'store',
      'workspace',
      'cache',
      'config',
      'base',
    ],
  ],
  ['workspace', ['base', 'engine', 'sections', 'store']],
  ['store', ['base', 'engine', 'prompts', 'models/spec']],
  ['cache', ['base', 'engine', 'models/spec']],
  ['engine', ['sections', 'prompts', 'templates', 'statistics', 'models/spec', 'base']],
  ['models/spec', ['base']],
  ['models', ['base']],
  ['repository', ['base']],
  ['prompts', ['formats', 'templates', 'base']],
  ['formats', ['base']],
  ['sections', ['base']],
  ['statistics', ['base']],
  ['templates', ['base']],
  ['config', ['base']],
  ['base', []],
];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const imports = sourceFiles().flatMap(importsOf);

describe('the layers of the source', () => {
  it('import only downwards, as ARCHITECTURE.md draws them', () => {
    const wrong = imports
      .filter(({ from, to }) => !allowed(from, to))
      .map(({ from, to }) => `${from} -> ${to}`);
    expect(wrong).toEqual([]);
  });

  it('have no cycle of imports at run time', () => {
    expect(findCycle(imports.filter(({ typeOnly }) => !typeOnly))).toBeNull();
  });

  it('print nowhere but in a surface', () => {
    const printing = sourceFiles().filter(
      (file) => !/^(cli|bin\.ts)/.test(file) && /\bconsole\.|process\.(stdout|stderr)/.test(read(file)),
    );
    expect(printing).toEqual([]);
  });

  it('set the exit code in one place', () => {
    const setting = sourceFiles().filter((file) => /process\.(exit\(|exitCode\b)/.test(read(file)));
    expect(setting).toEqual(['bin.ts']);
  });

  it('begin transactions in one place', () => {
    const beginning = sourceFiles().filter((file) => /\.transaction\(\)/.test(read(file)));
    expect(beginning).toEqual(['store/transaction.ts']);
  });

  it('ask nowhere but in the dialects which database it is', () => {
    const asking = sourceFiles().filter(
      (file) =>
        /^(store|operations)\//.test(file) &&
        !file.startsWith('store/dialects/') &&
        /\bdialect [!=]==|'postgres'|\bpragma\b|\bsqlite_/.test(read(file)),
    );
    expect(asking).toEqual(['store/sqlite-version.ts']);
  });

  it('load in one place what hands out work to workers, and only when it is needed', () => {
    const naming = sourceFiles().filter((file) =>
      /^(?!import type).*'@dbos-inc\/dbos-sdk'/m.test(read(file)),
    );
    expect(naming).toEqual(['durable/load-dbos.ts']);
    expect(read('durable/load-dbos.ts')).not.toMatch(/^import .*'@dbos-inc/m);
  });

  it('start no shell', () => {
    const shells = sourceFiles().filter(
      (file) => /shell: *true|\bexec(Sync)?\(/.test(read(file)) && /child_process/.test(read(file)),
    );
    expect(shells).toEqual([]);
  });
});

function sourceFiles(): string[] {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
}

function read(file: string): string {
  return readFileSync(join(SOURCES, file), 'utf8');
}

function importsOf(from: string): Import[] {
  const statements = read(from).matchAll(/^(?:import|export) (type )?[^;'"]*?from '(\.[^']+)';/gm);
  return Array.from(statements, ([, type, path = '']) => ({
    from,
    to: relative(SOURCES, resolve(SOURCES, dirname(from), path)).replace(/\.js$/, '.ts'),
    typeOnly: type !== undefined,
  }));
}

function layerOf(file: string): (typeof layers)[number] | undefined {
  return layers.find(([layer]) => file === layer || file.startsWith(`${layer}/`));
}

function allowed(from: string, to: string): boolean {
  const own = layerOf(from);
  if (own === undefined) return false;
  const [layer, mayImport] = own;
  return [layer, ...mayImport].some((target) => to === target || to.startsWith(`${target}/`));
}

function findCycle(edges: readonly Import[]): string[] | null {
  const targets = new Map<string, Import[]>();
  for (const edge of edges) targets.set(edge.from, [...(targets.get(edge.from) ?? []), edge]);
  const finished = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (finished.has(file)) return null;
    for (const { to } of targets.get(file) ?? []) {
      const cycle = visit(to, [...path, file]);
      if (cycle !== null) return cycle;
    }
    finished.add(file);
    return null;
  };
  for (const file of targets.keys()) {
    const cycle = visit(file, []);
    if (cycle !== null) return cycle;
  }
  return null;
}
