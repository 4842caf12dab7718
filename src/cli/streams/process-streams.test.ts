import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { processStreams } from '../streams.js';

const streamsFile = fileURLToPath(new URL('../streams.ts', import.meta.url));

/** Runs a script on real pipes; `$0` is node, `$1` the script. */
async function shell(command: string, script: string): Promise<string> {
  const source = `import { processStreams } from ${JSON.stringify(streamsFile)};
    const { stdin, stdout, stderr } = processStreams(process.env);
    ${script}`;
  const argv = ['-c', command, process.execPath, source];
  const { stdout } = await promisify(execFile)('sh', argv, { env: { ...process.env, FORCE_COLOR: '' } });
  return stdout;
}

const NODE = '"$0" --import tsx --input-type=module -e "$1"';

describe.skipIf(process.platform === 'win32')('processStreams', () => {
  it('ends quietly when its reader goes, and everything after the writing still happens', async () => {
    const script = `for (let i = 0; i < 20000; i++) stdout.write('line ' + i + '\\n'); stderr.write('went on');`;
    expect(await shell(`( ( ${NODE}; echo " status $?" >&2 ) | head -n 1 ) 2>&1`, script)).toBe(
      'line 0\nwent on status 0\n',
    );
  });

  it('reads a pipe and knows it from the null device', async () => {
    const script = `stdout.write([stdin.isPiped, stdin.isTerminal, stdout.isTerminal, stdout.columns,
      stdout.colour, Buffer.from(await stdin.readAll(100))].join(' '))`;
    expect(await shell(`printf 'h\\303\\251' | ${NODE}`, script)).toBe('true false false 80 false hé');
    expect(await shell(`${NODE} < /dev/null`, script)).toBe('false false false 80 false ');
  });

  it('lets an option turn colour off', () => {
    const env = { FORCE_COLOR: '1' };
    expect(processStreams(env).stdout.colour).toBe(true);
    expect(processStreams(env, { colour: false }).stdout.colour).toBe(false);
  });
});
