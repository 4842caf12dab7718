import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ProcessOptions, runProcess } from './run-process.js';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'prompt-runner-process-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program of JavaScript, and gathers what it prints. */
async function runScript(script: string, more: Partial<ProcessOptions> = {}) {
  const printed = { out: '', err: '' };
  const end = await runProcess([process.execPath, '-e', script], {
    cwd: folder,
    env: process.env,
    outputLimitBytes: 1 << 20,
    graceMs: 1000,
    onStdout: (chunk) => {
      printed.out += Buffer.from(chunk).toString();
    },
    onStderr: (chunk) => {
      printed.err += Buffer.from(chunk).toString();
    },
    ...more,
  });
  return { end, ...printed };
}

const WAIT = 'setInterval(() => {}, 1000);';

describe('a program that is run', () => {
  it('ends with its code, and what it prints is handed on', async () => {
    const { end, out, err } = await runScript(
      'process.stdout.write("out"); process.stderr.write("err"); process.exitCode = 3',
    );
    expect({ end, out, err }).toEqual({ end: { outcome: 'exited', code: 3 }, out: 'out', err: 'err' });
  });

  it('gets its arguments as they are, no shell reads them', async () => {
    const args = ['$HOME', '; echo hi', '"quoted"', '*', ''];
    let out = '';
    await runProcess([process.execPath, '-p', 'JSON.stringify(process.argv.slice(1))', '--', ...args], {
      cwd: folder,
      env: process.env,
      outputLimitBytes: 1000,
      onStdout: (chunk) => {
        out += Buffer.from(chunk).toString();
      },
    });
    expect(JSON.parse(out)).toEqual(args);
  });

  it('runs in its folder, with its environment only', async () => {
    const { out } = await runScript('console.log(process.cwd(), process.env.MINE, process.env.HOME)', {
      env: { PATH: process.env.PATH, MINE: 'yes' },
    });
    expect(out).toBe(`${folder} yes undefined\n`);
  });

  it('reads its input to the end', async () => {
    const { out } = await runScript('process.stdin.pipe(process.stdout)', { input: 'ä'.repeat(100_000) });
    expect(out).toBe('ä'.repeat(100_000));
  });

  it('finds stdin at its end when there is no input', async () => {
    const { end } = await runScript('process.stdin.resume().on("end", () => process.exit(7))');
    expect(end).toEqual({ outcome: 'exited', code: 7 });
  });

  it('may end without reading its input', async () => {
    const { end } = await runScript('process.exit(0)', { input: 'x'.repeat(1 << 20) });
    expect(end).toEqual({ outcome: 'exited', code: 0 });
  });

  it('tells the signal that ended it', async () => {
    const { end } = await runScript('process.kill(process.pid, "SIGKILL")');
    expect(end).toEqual({ outcome: 'signalled', signal: 'SIGKILL' });
  });
});

describe('a program that cannot be run', () => {
  const options = () => ({ cwd: folder, env: process.env, outputLimitBytes: 1 });

  it('is not found when nothing has its name', async () => {
    const end = await runProcess(['no-such-program-here'], options());
    expect(end).toEqual({ outcome: 'not-found', program: 'no-such-program-here' });
  });

  it('is not started in a folder that is missing', async () => {
    const end = await runProcess([process.execPath], { ...options(), cwd: join(folder, 'missing') });
    expect(end.outcome).toBe('not-started');
  });

  it('is not started without permission', async () => {
    writeFileSync(join(folder, 'text'), 'no program', { mode: 0o600 });
    const end = await runProcess([join(folder, 'text')], options());
    expect(end).toMatchObject({ outcome: 'not-started', cause: { code: 'EACCES' } });
  });

  it.each([
    ['no name', []],
    ['an argument with NUL', [process.execPath, 'a\0b']],
    ['an argument longer than the system takes', [process.execPath, 'x'.repeat(1 << 22)]],
  ])('is not started with %s', async (_, argv) => {
    expect((await runProcess(argv, options())).outcome).toBe('not-started');
  });
});

describe('a program is ended', () => {
  it('when its time is over', async () => {
    expect((await runScript(WAIT, { timeoutMs: 20 })).end).toEqual({ outcome: 'timed-out' });
  });

  it('when it prints nothing for too long', async () => {
    expect((await runScript(WAIT, { idleMs: 20 })).end).toEqual({ outcome: 'idle' });
  });

  it('when it is aborted, and what it printed stays', async () => {
    const abort = new AbortController();
    const seen: string[] = [];
    const { end } = await runScript(`console.log('partial'); ${WAIT}`, {
      signal: abort.signal,
      onStdout: (chunk) => {
        seen.push(Buffer.from(chunk).toString());
        abort.abort();
      },
    });
    expect({ end, seen }).toEqual({ end: { outcome: 'aborted' }, seen: ['partial\n'] });
  });

  it('before it begins when it was aborted before', async () => {
    const { end, out } = await runScript('console.log(1)', { signal: AbortSignal.abort() });
    expect({ end, out }).toEqual({ end: { outcome: 'aborted' }, out: '' });
  });

  it('when it prints too much, of which the limit is handed on', async () => {
    const { end, out } = await runScript('for (;;) process.stdout.write("x".repeat(1000));', {
      outputLimitBytes: 12_345,
    });
    expect({ end, length: out.length }).toEqual({ end: { outcome: 'too-much-output' }, length: 12_345 });
  });

  it('by force when it does not listen', async () => {
    const deaf = `process.on('SIGTERM', () => console.log('asked')); console.log('ready'); ${WAIT}`;
    const abort = new AbortController();
    const seen: string[] = [];
    const { end } = await runScript(deaf, {
      signal: abort.signal,
      graceMs: 50,
      onStdout: (chunk) => {
        seen.push(Buffer.from(chunk).toString().trim());
        abort.abort();
      },
    });
    expect({ end, seen }).toEqual({ end: { outcome: 'aborted' }, seen: ['ready', 'asked'] });
  });

  it('with all that it started', async () => {
    const abort = new AbortController();
    const { end } = await startsAnother(WAIT, { signal: abort.signal, onStdout: () => abort.abort() });
    expect(end).toEqual({ outcome: 'aborted' });
  });

  it('and so is what it leaves behind when it ends by itself', async () => {
    const { end } = await startsAnother('process.exit(0)', { graceMs: 20 });
    expect(end).toEqual({ outcome: 'exited', code: 0 });
  });

  it('when a callback throws, and the call rejects with that', async () => {
    const fault = new Error('from the callback');
    const throwing = runScript(`console.log('x'); ${WAIT}`, {
      onStdout: () => {
        throw fault;
      },
    });
    await expect(throwing).rejects.toBe(fault);
  });
});

describe('after a program has ended', () => {
  it('nothing listens to the signal or to the exit of this process any more', async () => {
    const before = process.listenerCount('exit');
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 4 }, () => runScript('', { signal })));
    expect(process.listenerCount('exit')).toBe(before);
  });
});

/**
 * A program that starts another, which holds its stdout and a connection to here: that is lost when the
 * other has ended, and only then does this return.
 */
async function startsAnother(then: string, more: Partial<ProcessOptions>) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const lost = new Promise((resolve) => {
    server.once('connection', (connection: Socket) =>
      connection
        .on('error', () => {})
        .once('close', resolve)
        .resume(),
    );
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const other = `require('node:net').connect(${port}, '127.0.0.1', () => process.send('up')); ${WAIT}`;
  const { end } = await runScript(
    `require('node:child_process')
      .spawn(process.execPath, ['-e', ${JSON.stringify(other)}], { stdio: ['ignore', 1, 2, 'ipc'] })
      .once('message', () => { require('node:fs').writeSync(1, 'up'); ${then} });`,
    more,
  );
  await lost;
  server.close();
  return { end };
}
