import { describe, expect, it } from 'vitest';
import { readEvents } from '../../../../test/agents/read-events.js';
import { gemini } from './gemini.js';

describe('the command of gemini', () => {
  it.each([
    ['read', '', 'default'],
    ['write', '-m some-model', 'auto_edit'],
  ] as const)('for access to %s', (access, modelWords, mode) => {
    const model = modelWords.replace('-m ', '');
    const task = { folder: '/repo', access };
    const { argv, input } = gemini.command({ model, prompt: 'P', task, schema: null, schemaFile: null }, {});
    expect(argv.join(' ')).toBe(
      `gemini -o stream-json --skip-trust --approval-mode ${mode} ${modelWords}`.trimEnd(),
    );
    expect(input).toBe('P');
  });
});

const init = { type: 'init', session_id: 'g1', model: 'some-model' };
const stats = { total_tokens: 130, input_tokens: 100, output_tokens: 20, cached: 40 };

function says(content: string) {
  return { type: 'message', role: 'assistant', content, delta: true };
}

describe('the output of gemini', () => {
  it('is what it says after its last tool, with its thoughts counted as output', () => {
    const { answer, told } = readEvents(gemini, [
      init,
      { type: 'message', role: 'user', content: 'Plan it.' },
      says('First '),
      says('a look.'),
      { type: 'tool_use', tool_name: 'read_file', tool_id: 't1', parameters: { file_path: 'a.ts' } },
      { type: 'tool_result', tool_id: 't1', status: 'success' },
      says('It is '),
      says('planned.'),
      { type: 'result', status: 'success', stats },
    ]);
    expect(answer).toMatchObject({
      text: 'It is planned.',
      model: 'some-model',
      usage: { input: 100, cachedInput: 40, cacheWrite: null, output: 30, reasoning: 10 },
      details: { session_id: 'g1', earlier_messages: ['First a look.'], changed_files: [] },
    });
    expect(told).toEqual({ text: ['It is planned.'], activity: ['says: First a look.', 'reads a.ts'] });
  });

  it('names the files that it wrote, not those that it may not write', () => {
    const writes = (tool_id: string, file_path: string) => ({
      type: 'tool_use',
      tool_name: 'write_file',
      tool_id,
      parameters: { file_path },
    });
    const { answer } = readEvents(gemini, [
      writes('1', '/repo/made.ts'),
      { type: 'tool_result', tool_id: '1', status: 'success' },
      writes('2', '/elsewhere.ts'),
      { type: 'tool_result', tool_id: '2', status: 'error' },
    ]);
    expect(answer.details.changed_files).toEqual(['made.ts']);
  });

  it.each([
    [{ type: 'FatalAuthenticationError', message: 'Log in.' }, 'auth', null],
    [
      { type: 'unknown', message: '[API Error: {"error":{"code":429,"message":"Slow"}}]' },
      'rate-limited',
      429,
    ],
    [{ type: 'FatalTurnLimitedError', message: 'Too many turns.' }, 'agent-failed', null],
  ])('is a fault when its result says so: %j', (error, fault, status) => {
    const { draft } = readEvents(gemini, [init, { type: 'result', status: 'error', error, stats }]);
    expect(draft.problem).toEqual({ fault, status, message: error.message });
  });
});
