import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AgentBench } from './agent-bench.js';

let bench: AgentBench;
beforeEach(() => {
  bench = new AgentBench();
});
afterEach(() => bench.dispose());

const INIT = "say({ type: 'system', subtype: 'init', session_id: 's1', model: 'm1' });";
const SAYS =
  "say({ type: 'assistant', session_id: 's1', message: { model: 'm1', content: [{ type: 'text', text: 'So far.' }] } });";
const FOREVER = 'setInterval(() => {}, 1000);';

/** Text of a program that ends with a result. */
function result(fields: string): string {
  return `say({ type: 'result', subtype: 'success', is_error: false, session_id: 's1', ${fields} });`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('an agent that is run', () => {
  it('is given the prompt by stdin, the folder, and its environment without our settings', async () => {
    bench.install(
      'claude',
      `const { PROMPT_RUNNER_DB, PWD } = process.env;
       ${result('result: JSON.stringify({ input, cwd: process.cwd(), PWD, ours: PROMPT_RUNNER_DB ?? null })')}`,
    );
    const { text } = await bench.ask('claude');
    expect(JSON.parse(text)).toEqual({ input: 'Plan it.\n', cwd: bench.work, PWD: bench.work, ours: null });
  });

  it('works in the folder of its task, with the access of its task', async () => {
    bench.install('codex', "say({ type: 'thread.started', thread_id: process.argv.join(' ') });");
    const folder = bench.programs;
    const error = await bench.fail('codex:m1', { agent: { folder, access: 'write' } });
    expect(error.details.partial?.details.session_id).toContain('-s workspace-write -m m1');
  });

  it('gives codex a schema in a file, which is gone afterwards', async () => {
    bench.install(
      'codex',
      `const file = process.argv[process.argv.indexOf('--output-schema') + 1];
       const schema = require('node:fs').readFileSync(file, 'utf8');
       say({ type: 'item.completed', item: { type: 'agent_message', text: JSON.stringify({ file, schema }) } });
       say({ type: 'turn.completed', usage: {} });`,
    );
    const { text } = await bench.ask('codex', { responseSchema: { type: 'object' } });
    const { file, schema } = JSON.parse(text);
    expect(schema).toBe('{"type":"object"}');
    expect(existsSync(file)).toBe(false);
  });

  it('says what it does not heed', async () => {
    bench.install('claude', result("result: 'Done.'"));
    const { warnings } = await bench.ask('claude', {
      parameters: { temperature: 0.2 },
      messages: [
        {
          role: 'user',
          text: 'Look.',
          attachments: [{ name: 'a.png', mediaType: 'image/png', bytes: new Uint8Array() }],
        },
      ],
    });
    expect(warnings).toEqual([
      'claude does not take "temperature".',
      'claude was not given "a.png": it takes only files that are text.',
    ]);
  });

  it('is any command, whose answer is what it prints', async () => {
    bench.install('shout', 'process.stdout.write(input.toUpperCase() + process.argv[2]);');
    const told: string[] = [];
    const { text } = await bench.ask("exec:shout 'a b'", {}, {}, { onText: (piece) => told.push(piece) });
    expect(text).toBe('PLAN IT.\na b');
    expect(told.join('')).toBe(text);
  });

  it('is any command, which may print an object that tells more', async () => {
    const printed = '{"text":"Done.","cost_usd":0.01,"usage":{"input_tokens":9,"output_tokens":3}}';
    const answer = await bench.ask(`exec:printf '${printed}'`);
    expect(answer).toMatchObject({ text: 'Done.', reportedCost: 0.01, usage: { input: 9, output: 3 } });
  });

  it('is asked for a schema in words where it takes none', async () => {
    bench.install('echo-back', 'process.stdout.write(input);');
    const { text } = await bench.ask('exec:echo-back', { responseSchema: { type: 'object' } });
    expect(text).toContain('fits this schema');
  });
});

describe('an agent that fails', () => {
  it('is missing, with the command that installs it', async () => {
    await expect(bench.ask('claude', {}, { env: { PATH: bench.programs } })).rejects.toMatchObject({
      code: 'AGENT_MISSING',
      message: 'The program claude is not installed, or not in PATH.',
      remedy: { next: 'npm install --global @anthropic-ai/claude-code' },
    });
  });

  it('has said why on stderr, told without keys and control characters', async () => {
    bench.install(
      'claude',
      `${INIT} ${SAYS}
       process.stderr.write('a notice\\n\\u001b[31mno entry with ' + process.env.SOME_API_KEY + '.\\n');
       process.exitCode = 3;`,
    );
    const env = { PATH: `${bench.programs}:${process.env.PATH}`, SOME_API_KEY: 'a-key-of-mine' };
    const error = await bench.fail('claude', {}, { env });
    expect(error.message).toBe('claude ended with exit code 3: no entry with [redacted: SOME_API_KEY].');
    expect(error.details).toMatchObject({
      fault: 'agent-failed',
      partial: { text: 'So far.', finishReason: 'error', details: { session_id: 's1' } },
    });
    expect(JSON.stringify(error.details)).not.toContain('a-key-of-mine');
  });

  it('has said why in its result, whatever its exit code', async () => {
    bench.install('claude', result("result: 'Log in first.', is_error: true, api_error_status: 401"));
    const error = await bench.fail('claude');
    expect(error.message).toBe('claude gave up: Log in first.');
    expect(error.details).toMatchObject({ fault: 'auth', status: 401 });
  });

  it('may say it by its exit code', async () => {
    bench.install('gemini', "process.stderr.write('Choose how to log in.'); process.exitCode = 41;");
    expect((await bench.fail('gemini')).details.fault).toBe('auth');
  });

  it('has ended in the middle', async () => {
    bench.install('claude', `${INIT} ${SAYS}`);
    const error = await bench.fail('claude');
    expect(error.message).toBe('claude ended without saying that it is done.');
    expect(error.details).toMatchObject({ fault: 'truncated', partial: { text: 'So far.' } });
  });

  it('has printed something else than it should', async () => {
    bench.install('claude', "console.log('Welcome! Please choose a theme.')");
    const { details } = await bench.fail('claude');
    expect(details).toMatchObject({ fault: 'malformed', partial: null });
  });

  it('has said nothing', async () => {
    bench.install('claude', result("result: ''"));
    expect((await bench.fail('claude')).details.fault).toBe('empty');
  });

  it('was ended by somebody else', async () => {
    bench.install('claude', "process.kill(process.pid, 'SIGKILL');");
    const error = await bench.fail('claude');
    expect(error.message).toBe('claude was ended by SIGKILL.');
    expect(error.details.fault).toBe('agent-failed');
  });

  it('cannot be started in a folder that is not there', async () => {
    bench.install('claude', result("result: 'Done.'"));
    const folder = join(bench.root, 'nowhere');
    const error = await bench.fail('claude', { agent: { folder, access: 'read' } });
    expect(error.details.fault).toBe('agent-failed');
    expect(error.message).toContain('claude could not be started');
  });
});

describe('an agent that does not end', () => {
  it('is ended when its time is up', async () => {
    bench.install('claude', FOREVER);
    const error = await bench.fail('claude', {}, { timeoutMs: 20 });
    expect(error.message).toBe('claude was not done after 20 ms.');
    expect(error.details.fault).toBe('timeout');
  });

  it('is ended when it prints nothing', async () => {
    bench.install('claude', FOREVER);
    const error = await bench.fail('claude', {}, { idleMs: 20 });
    expect(error.message).toBe('claude printed nothing for 20 ms.');
    expect(error.details.fault).toBe('timeout');
  });

  it('is ended when it prints without end', async () => {
    bench.install('claude', `${SAYS} setInterval(() => process.stdout.write('x'.repeat(65536)), 0);`);
    const error = await bench.fail('claude', {}, { maxOutputBytes: 1 << 18 });
    expect(error.message).toBe('claude printed more than 262 kB.');
    expect(error.details).toMatchObject({ fault: 'too-large', partial: { text: 'So far.' } });
  });

  it('is ended with all that it started, also when it does not want to', async () => {
    const pids = join(bench.root, 'pids');
    bench.install(
      'claude',
      `process.on('SIGTERM', () => {});
       const { spawn } = require('node:child_process');
       const inner = spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); ${FOREVER}"]);
       require('node:fs').writeFileSync(${JSON.stringify(pids)}, [process.pid, inner.pid].join(' '));
       ${SAYS} say({ type: 'assistant', message: { content: [{ type: 'tool_use', name: 'Bash', input: {} }] } });
       ${FOREVER}`,
    );
    const stopping = new AbortController();
    const onActivity = (): void => stopping.abort();
    const error = await bench.fail('claude', {}, {}, { signal: stopping.signal, onActivity });
    expect(error.kind).toBe('interrupted');
    expect(error.details).toMatchObject({ fault: 'aborted', partial: { text: 'So far.' } });
    const started = readFileSync(pids, 'utf8').split(' ').map(Number);
    await expect.poll(() => started.filter(isAlive)).toEqual([]);
  });
});
