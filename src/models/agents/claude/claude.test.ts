import { describe, expect, it } from 'vitest';
import { readEvents } from '../../../../test/agents/read-events.js';
import type { Assignment } from '../coding-agent.js';
import { claude } from './claude.js';

const assignment: Assignment = {
  model: '',
  prompt: 'Plan it.\n',
  task: { folder: '/repo', access: 'read' },
  schema: null,
  schemaFile: null,
};

describe('the command of claude', () => {
  it('gives it tools that read and nobody to ask, the prompt by stdin', () => {
    const { argv, input } = claude.command(assignment, {});
    expect(argv.join(' ')).toBe(
      'claude -p --output-format stream-json --verbose --permission-mode dontAsk --tools Read,Glob,Grep --strict-mcp-config --setting-sources user',
    );
    expect(input).toBe('Plan it.\n');
  });

  it('lets it edit, with a model, a budget and a schema', () => {
    const { argv } = claude.command(
      {
        ...assignment,
        model: 'opus',
        task: { folder: '/repo', access: 'write', maxCost: 0.5 },
        schema: { type: 'object' },
      },
      {},
    );
    expect(argv.slice(5)).toEqual([
      ...['--permission-mode', 'acceptEdits', '--model', 'opus', '--max-budget-usd', '0.5'],
      ...['--json-schema', '{"type":"object"}'],
    ]);
  });
});

const init = { type: 'system', subtype: 'init', session_id: 's1', model: 'model-one' };
const done = {
  type: 'result',
  subtype: 'success',
  is_error: false,
  result: 'It is planned.',
  stop_reason: 'end_turn',
  session_id: 's1',
  total_cost_usd: 0.25,
  usage: { input_tokens: 1, output_tokens: 1 },
};

function says(...content: object[]) {
  return {
    type: 'assistant',
    parent_tool_use_id: null,
    session_id: 's1',
    message: { model: 'model-one', content },
  };
}

function toolEnds(id: string, failed: boolean) {
  const content = [{ type: 'tool_result', tool_use_id: id, is_error: failed }];
  return { type: 'user', parent_tool_use_id: null, message: { content } };
}

function edits(id: string, path: string) {
  return says({ type: 'tool_use', id, name: 'Edit', input: { file_path: path, old_string: 'a' } });
}

describe('the output of claude', () => {
  it('is an answer with its session, model and cost', () => {
    const events = [init, says({ type: 'text', text: 'It is planned.' }), done];
    const { answer, draft, told } = readEvents(claude, events);
    expect(draft).toMatchObject({ finished: true, problem: null });
    expect(answer).toMatchObject({
      text: 'It is planned.',
      finishReason: 'stop',
      model: 'model-one',
      reportedCost: 0.25,
      details: { session_id: 's1', earlier_messages: [] },
    });
    expect(told).toEqual({ text: ['It is planned.'], activity: [] });
  });

  it('counts the tokens of all models, cached ones as input', () => {
    const model = {
      inputTokens: 10,
      cacheReadInputTokens: 100,
      cacheCreationInputTokens: 5,
      outputTokens: 7,
    };
    const { answer } = readEvents(claude, [{ ...done, modelUsage: { one: model, two: model } }]);
    expect(answer.usage).toEqual({
      input: 230,
      cachedInput: 200,
      cacheWrite: 10,
      output: 14,
      reasoning: null,
    });
  });

  it('tells of tools and keeps the files that were changed', () => {
    const events = [
      says({ type: 'thinking', thinking: 'Hm.' }, { type: 'text', text: 'I change two files.' }),
      edits('t1', '/repo/src/a.ts'),
      toolEnds('t1', false),
      edits('t2', '/repo/src/b.ts'),
      toolEnds('t2', true),
      done,
    ];
    const { answer, told } = readEvents(claude, events);
    expect(answer.reasoning).toBe('Hm.');
    expect(answer.details.changed_files).toEqual(['src/a.ts']);
    expect(told.activity).toEqual(['says: I change two files.', 'edits src/a.ts', 'edits src/b.ts']);
  });

  it('leaves out what an agent of its own says', () => {
    const inner = { ...says({ type: 'text', text: 'found 3 files' }), parent_tool_use_id: 't9' };
    const { answer, told } = readEvents(claude, [inner, done]);
    expect(answer.details.earlier_messages).toEqual([]);
    expect(told.activity).toEqual([]);
  });

  it('is a JSON document where a schema was asked for', () => {
    const { answer } = readEvents(claude, [{ ...done, structured_output: { risk: 'low' } }]);
    expect(answer.text).toBe('{"risk":"low"}');
  });

  it.each([
    [{ is_error: true, api_error_status: 401, result: 'Invalid key' }, 'auth', 'Invalid key'],
    [{ is_error: true, api_error_status: 429, result: 'Too many' }, 'rate-limited', 'Too many'],
    [{ is_error: true, api_error_status: 529, result: 'Overloaded' }, 'overloaded', 'Overloaded'],
    [{ is_error: true, subtype: 'error_max_budget_usd' }, 'agent-failed', 'it has spent all that it may'],
    [{ is_error: true, subtype: 'error_max_turns', result: undefined }, 'agent-failed', 'error_max_turns'],
    [{ stop_reason: 'refusal' }, 'refused', 'its provider refused to answer this'],
  ])('is a fault when its result says so: %j', (result, fault, message) => {
    const { draft, told, answer } = readEvents(claude, [
      says({ type: 'text', text: 'So far.' }),
      { ...done, ...result },
    ]);
    expect(draft.problem).toMatchObject({ fault, message });
    expect(told.text).toEqual([]);
    expect(answer.text).toBe('So far.');
  });

  it('tells that it tries again, and forgets it when it is answered', () => {
    const retry = { type: 'system', subtype: 'api_retry', error_status: 429, error: 'rate_limit' };
    const waiting = readEvents(claude, [init, retry]);
    expect(waiting.draft.problem).toMatchObject({ fault: 'rate-limited', status: 429 });
    expect(waiting.told.activity).toEqual(['waits to try again: its provider answers 429 rate_limit']);
    expect(readEvents(claude, [retry, says({ type: 'text', text: 'Yes.' })]).draft.problem).toBeNull();
  });

  it('is cut off when the model was', () => {
    expect(readEvents(claude, [{ ...done, stop_reason: 'max_tokens' }]).answer.finishReason).toBe('length');
  });
});
