import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server, Socket } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const TSX = import.meta.resolve('tsx');
const moduleAt = (name: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, name)).href);

let server: Server;
beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.close());

/** A program that is connected to here as long as it lives, and does not end when it is asked to. */
function deaf(): string {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return `process.on('SIGTERM', () => {}); require('node:net').connect(${port}, '127.0.0.1');`;
}

/**
 * A process that runs such a program.
 *
 * @param before what it does first, with the functions of this module at hand
 * @returns it, and the end of the program
 */
async function runsDeaf(before: string): Promise<{ child: ChildProcess; gone: Promise<unknown> }> {
  const script = `
    const { runProcess } = await import(${moduleAt('../base/process/run-process.ts')});
    const { onEndSignal, signalExitCode } = await import(${moduleAt('end-signals.ts')});
    ${before}
    await runProcess([process.execPath, '-e', ${JSON.stringify(deaf())}], {
      cwd: process.cwd(), env: process.env, outputLimitBytes: 1000, graceMs: 60_000,
    });`;
  const words = ['--import', TSX, '--input-type=module', '-e', script];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [connection] = await Promise.race([once(server, 'connection'), once(child, 'close')]);
  if (!(connection instanceof Socket)) throw new Error('the program was not begun');
  return { child, gone: once(connection.on('error', () => {}).resume(), 'close') };
}

describe('a program that this process runs', () => {
  it('ends with it when a signal comes that nobody listens to', async () => {
    const { child, gone } = await runsDeaf('');
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([null, 'SIGTERM']);
    await gone;
  });

  it('ends with it at the second signal, whatever is still to be done in good order', async () => {
    const { child, gone } = await runsDeaf(`onEndSignal({
      onFirst: (signal) => process.stdout.write('told ' + signal),
      onNext: (signal) => process.exit(signalExitCode(signal)),
    });`);
    child.kill('SIGHUP');
    expect(String((await once(child.stdout ?? child, 'data'))[0])).toBe('told SIGHUP');
    expect(child.exitCode).toBeNull();
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([143, null]);
    await gone;
  });
});
