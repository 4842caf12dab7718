import { describe, expect, it } from 'vitest';
import { readEvents } from '../../../../test/agents/read-events.js';
import type { Assignment } from '../coding-agent.js';
import { opencode } from './opencode.js';

function assignment(access: 'read' | 'write', model = ''): Assignment {
  return { model, prompt: 'P', task: { folder: '/repo', access }, schema: null, schemaFile: null };
}

describe('the command of opencode', () => {
  it('runs an agent that may change nothing', () => {
    const { argv, input, env } = opencode.command(assignment('read', 'anthropic/some-model'), {});
    expect(argv.join(' ')).toBe(
      'opencode run --format json --agent prompt-runner-read -m anthropic/some-model',
    );
    expect(input).toBe('P');
    expect(env?.OPENCODE_DISABLE_PROJECT_CONFIG).toBe('true');
    expect(JSON.parse(env?.OPENCODE_CONFIG_CONTENT ?? '')).toEqual({
      agent: {
        'prompt-runner-read': {
          mode: 'primary',
          permission: { edit: 'deny', bash: 'deny', task: 'deny', external_directory: 'deny' },
        },
      },
    });
  });

  it("keeps a person's own configuration beside the agent that may edit", () => {
    const own = { theme: 'dark', agent: { mine: { mode: 'primary' } } };
    const { env } = opencode.command(assignment('write'), { OPENCODE_CONFIG_CONTENT: JSON.stringify(own) });
    expect(env).not.toHaveProperty('OPENCODE_DISABLE_PROJECT_CONFIG');
    expect(JSON.parse(env?.OPENCODE_CONFIG_CONTENT ?? '')).toMatchObject({
      theme: 'dark',
      agent: { mine: { mode: 'primary' }, 'prompt-runner-write': { permission: { edit: 'allow' } } },
    });
  });
});

function event(type: string, part: object) {
  return { type, sessionID: 'ses1', part };
}

function stepEnds(reason: string, cost: number) {
  const tokens = { input: 10, output: 5, reasoning: 2, cache: { read: 100, write: 1 } };
  return event('step_finish', { reason, cost, tokens });
}

describe('the output of opencode', () => {
  it('is what it says after its last tool; its steps are added up', () => {
    const { answer, draft, told } = readEvents(opencode, [
      event('text', { text: 'I write it.' }),
      event('tool_use', {
        tool: 'write',
        state: { status: 'completed', input: { filePath: '/repo/made.ts', content: '' } },
      }),
      event('tool_use', { tool: 'edit', state: { status: 'error', input: { filePath: '/repo/not.ts' } } }),
      stepEnds('tool-calls', 0.5),
      event('text', { text: 'It is' }),
      event('text', { text: 'written.' }),
      stepEnds('stop', 0.25),
    ]);
    expect(draft).toMatchObject({ finished: true, problem: null });
    expect(answer).toMatchObject({
      text: 'It is\n\nwritten.',
      finishReason: 'stop',
      reportedCost: 0.75,
      usage: { input: 222, cachedInput: 200, cacheWrite: 2, output: 14, reasoning: 4 },
      details: { session_id: 'ses1', changed_files: ['made.ts'], earlier_messages: ['I write it.'] },
    });
    expect(told.activity).toEqual(['says: I write it.', 'writes made.ts', 'edits not.ts']);
  });

  it('costs an unknown sum when it says nothing', () => {
    expect(readEvents(opencode, [stepEnds('stop', 0)]).answer.reportedCost).toBeNull();
  });

  it('is not at its end when a step ends for its tools', () => {
    expect(readEvents(opencode, [stepEnds('tool-calls', 0)]).draft.finished).toBe(false);
  });

  it.each([
    [{ name: 'APIError', data: { message: 'bad key', statusCode: 401 } }, 'auth', 401, 'bad key'],
    [{ name: 'APIError', data: { message: 'slow', statusCode: 429 } }, 'rate-limited', 429, 'slow'],
    [{ name: 'ProviderAuthError', data: { message: 'no key' } }, 'auth', null, 'no key'],
    [{ name: 'UnknownError' }, 'agent-failed', null, 'UnknownError'],
  ])('is a fault when it reports one: %j', (error, fault, status, message) => {
    const { draft } = readEvents(opencode, [{ type: 'error', sessionID: 'ses1', error }]);
    expect(draft.problem).toEqual({ fault, status, message });
  });
});
