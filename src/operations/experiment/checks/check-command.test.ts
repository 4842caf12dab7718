import { describe, expect, it } from 'vitest';
import { checkCommands } from './check-command.js';

const place = { folder: process.cwd(), signal: new AbortController().signal };
const env = { ...process.env, OPENAI_API_KEY: 'a-key', PROMPT_RUNNER_DB: 'postgres://me:secret@db' };
const tried = (script: string, answer = '') =>
  checkCommands({ ...place, env })([process.execPath, '-e', script], answer);

describe('the program of a check', () => {
  it('reads the answer, and says by how it ends whether it holds', async () => {
    const script = "process.exit(require('fs').readFileSync(0, 'utf8') === 'a \\u2028 b' ? 0 : 3)";
    expect(await tried(script, 'a \u2028 b')).toBe(true);
    expect(await tried(script, 'a; exit 0')).toBe(false);
  });

  it('is not told of keys and settings', async () => {
    const script =
      'const { env } = process; process.exit(env.PATH && !env.OPENAI_API_KEY && !env.PROMPT_RUNNER_DB ? 0 : 1)';
    expect(await tried(script)).toBe(true);
  });

  it('that prints without end is ended, and says no', async () => {
    expect(await tried("setInterval(() => process.stdout.write('x'.repeat(100000)), 0)")).toBe(false);
  });

  it('that is not there says nothing of the answer', async () => {
    const command = ['no-such-program-at-all'];
    await expect(checkCommands({ ...place, env })(command, 'a')).rejects.toMatchObject({
      code: 'CHECK_COMMAND',
    });
  });
});
