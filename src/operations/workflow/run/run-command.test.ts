import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.js';

const signal = new AbortController().signal;
const node = (program: string, input: string | null = null, given: AbortSignal = signal) =>
  runCommand({ command: [process.execPath, '-e', program], input }, { folder: tmpdir(), signal: given });

describe('a command', () => {
  it('gives what it prints, apart, and its exit code', async () => {
    expect(await node("console.log('out'); console.error('err'); process.exitCode = 3")).toEqual({
      stdout: 'out\n',
      stderr: 'err\n',
      exit_code: 3,
    });
  });

  it('reads its input; without one that is at its end', async () => {
    const echo = 'process.stdin.pipe(process.stdout)';
    expect((await node(echo, 'ü\0')).stdout).toBe('ü\0');
    expect((await node(echo)).stdout).toBe('');
  });

  it.each([
    ['prints without end', "setInterval(() => process.stdout.write('x'.repeat(1e6)))", 'printed more than'],
    ['is ended from outside', 'process.kill(process.pid, "SIGKILL")', 'ended from outside (SIGKILL)'],
  ])('that %s fails', async (_what, program, why) => {
    await expect(node(program)).rejects.toMatchObject({
      code: 'COMMAND_ENDED',
      message: expect.stringContaining(why),
    });
  });

  it('that is not there fails', async () => {
    const missing = { command: ['no-such-program-here'], input: null };
    await expect(runCommand(missing, { folder: tmpdir(), signal })).rejects.toThrow(
      'no program has that name',
    );
  });

  it('ends when somebody ends it, with the reason', async () => {
    const stop = new AbortController();
    const running = node('setInterval(() => {}, 1000)', null, stop.signal);
    stop.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
  });
});
