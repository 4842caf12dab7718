import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchRow } from './row.js';

const ROOT = join(import.meta.dirname, '../..');
const MEGABYTE = 1_000_000;

/** What somebody gets who installs the package: size on disk, number of packages, and that it runs. */
export function benchInstalled(): BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-runner-installed-'));
  try {
    npm(ROOT, 'pack', '--ignore-scripts', '--pack-destination', folder);
    const [tarball = ''] = readdirSync(folder);
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    npm(folder, 'install', '--ignore-scripts', '--no-audit', '--no-fund', `./${tarball}`);
    const modules = join(folder, 'node_modules');
    const env = { ...process.env, PROMPT_RUNNER_DB: join(folder, 'store.db') };
    const words = [join(modules, 'prompt-runner/dist/bin.cjs'), 'orchestrate', 'plan', 'Something'];
    if (spawnSync(process.execPath, words, { env }).status !== 0)
      throw new Error('the installed package does not run');
    return [
      {
        name: 'installed size, without install scripts',
        figure: sizeOf(modules) / MEGABYTE,
        unit: 'MB',
        limit: 40,
      },
      { name: 'runtime packages', figure: packagesIn(modules), unit: '', limit: 15 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function npm(cwd: string, ...words: string[]): void {
  const { status, stderr } = spawnSync('npm', words, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ${words.join(' ')}: ${stderr}`);
}

function sizeOf(path: string): number {
  const stats = lstatSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

function packagesIn(modules: string): number {
  return readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter(
    (path) =>
      /(?:^|node_modules\/)(?:@[^/]+\/)?[^/@.][^/]*$/.test(path) &&
      existsSync(join(modules, path, 'package.json')),
  ).length;
}
