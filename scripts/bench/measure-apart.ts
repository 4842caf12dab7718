import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Runs a script beside this file in a process of its own, with `gc` at hand, so that neither its memory nor
 * what the engine of JavaScript has learnt comes from another measurement.
 *
 * @returns the JSON that the script prints
 */
export function measureApart<Figures>(script: string, words: readonly string[]): Figures {
  const file = fileURLToPath(new URL(`./${script}`, import.meta.url));
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...process.execArgv, '--expose-gc', '--import', 'tsx', file, ...words],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${script} ${words.join(' ')} could not measure: ${stderr}`);
  return JSON.parse(stdout);
}
