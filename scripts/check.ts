/** Everything that has to hold before a commit, in the order in which failures are cheapest to mend. */
import { spawnSync } from 'node:child_process';
import { hasRedis, withoutRedis } from '../test/fixtures/redis-server.js';
import { testServer, withoutServer } from '../test/fixtures/test-server.js';

const steps: readonly (readonly [what: string, command: string, ...words: string[]])[] = [
  ['types', 'tsc', '-p', '.'],
  ['lint and format', 'biome', 'check'],
  ['unused code and dependencies', 'knip'],
  ['public names are documented', 'tsx', 'scripts/documented-names.ts'],
  ['reference is up to date', 'tsx', 'scripts/generate-reference.ts', '--check'],
  ['bundle', 'npm', 'run', '--silent', 'build'],
  ['package', 'publint', '--strict'],
  ['layers, tests, coverage', 'vitest', 'run', '--coverage', '--reporter=dot'],
];

for (const [what, command, ...words] of steps) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(command, words, {
    encoding: 'utf8',
    env: process.env,
    maxBuffer: 1 << 28,
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${what} (${seconds} s)`);
  if (status !== 0 || command === 'vitest') console.log(`${stdout ?? ''}${stderr ?? ''}`);
  if (status !== 0) {
    process.exitCode = 1;
    break;
  }
}
if ((await testServer()) === null) console.log(withoutServer);
if (!hasRedis) console.log(withoutRedis);
