import { describe, expect, it } from 'vitest';
import { readEvents } from '../../../../test/agents/read-events.js';
import type { Assignment } from '../coding-agent.js';
import { codex } from './codex.js';

const assignment: Assignment = {
  model: '',
  prompt: 'Plan it.\n',
  task: { folder: '/repo', access: 'read' },
  schema: null,
  schemaFile: null,
};

describe('the command of codex', () => {
  it('holds it to reading, the prompt by stdin', () => {
    const { argv, input } = codex.command(assignment, {});
    expect(argv.join(' ')).toBe('codex exec --json --color never --skip-git-repo-check -s read-only -');
    expect(input).toBe('Plan it.\n');
  });

  it('holds it to the folder, with a model and a schema', () => {
    const { argv } = codex.command(
      { ...assignment, model: 'm', task: { folder: '/repo', access: 'write' }, schemaFile: '/tmp/s.json' },
      {},
    );
    expect(argv.slice(6)).toEqual([
      '-s',
      'workspace-write',
      '-m',
      'm',
      '--output-schema',
      '/tmp/s.json',
      '-',
    ]);
  });
});

function completed(item: object) {
  return { type: 'item.completed', item: { id: 'i', ...item } };
}

const usage = {
  input_tokens: 900,
  cached_input_tokens: 300,
  cache_write_input_tokens: 0,
  output_tokens: 80,
  reasoning_output_tokens: 50,
};
const done = { type: 'turn.completed', usage };

describe('the output of codex', () => {
  it('is its last message, with session and tokens', () => {
    const { answer, draft, told } = readEvents(codex, [
      { type: 'thread.started', thread_id: 'th1' },
      { type: 'turn.started' },
      completed({ type: 'reasoning', text: 'Hm.' }),
      completed({ type: 'agent_message', text: 'I look first.' }),
      { type: 'item.started', item: { type: 'command_execution', command: 'ls', status: 'in_progress' } },
      completed({ type: 'command_execution', command: 'ls', exit_code: 0, status: 'completed' }),
      completed({ type: 'agent_message', text: 'It is planned.' }),
      done,
    ]);
    expect(draft.finished).toBe(true);
    expect(answer).toMatchObject({
      text: 'It is planned.',
      reasoning: 'Hm.',
      usage: { input: 900, cachedInput: 300, cacheWrite: 0, output: 80, reasoning: 50 },
      reportedCost: null,
      details: { session_id: 'th1', earlier_messages: ['I look first.'], tool_use_count: 1 },
    });
    expect(told).toEqual({ text: ['It is planned.'], activity: ['says: I look first.', 'runs ls'] });
  });

  it('names the files that it changed, not those that it failed to change', () => {
    const { answer } = readEvents(codex, [
      completed({
        type: 'file_change',
        status: 'completed',
        changes: [
          { path: '/repo/b.ts', kind: 'add' },
          { path: 'a.ts', kind: 'update' },
        ],
      }),
      completed({ type: 'file_change', status: 'failed', changes: [{ path: 'c.ts', kind: 'add' }] }),
      done,
    ]);
    expect(answer.details.changed_files).toEqual(['a.ts', 'b.ts']);
  });

  it.each([
    ['unexpected status 401 Unauthorized: no key', 'auth', 401],
    ['exceeded retry limit, last status: 429 Too Many Requests', 'rate-limited', 429],
    ['stream disconnected before completion', 'agent-failed', null],
  ])('is a fault when the turn fails: %s', (message, fault, status) => {
    const { draft } = readEvents(codex, [{ type: 'turn.failed', error: { message } }]);
    expect(draft.problem).toEqual({ fault, status, message });
  });

  it('forgets an error after which the turn was completed', () => {
    const { draft, told } = readEvents(codex, [{ type: 'error', message: 'Reconnecting… 1/5' }, done]);
    expect(draft.problem).toBeNull();
    expect(told.activity).toEqual(['reports: Reconnecting… 1/5']);
  });

  it('tells of a notice without failing for it', () => {
    const { draft, told } = readEvents(codex, [completed({ type: 'error', message: 'Old model.' })]);
    expect(draft.problem).toBeNull();
    expect(told.activity).toEqual(['warns: Old model.']);
  });
});
