import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UnbalancedQuoteError } from '../../../base/text/unbalanced-quote.js';
import { ExecCommandMissingError } from '../errors.js';
import { execArguments } from './arguments.js';
import { ExecReader } from './read-output.js';

describe('the words of exec', () => {
  it('are split by our rules; a program by its path is found from the working directory', () => {
    expect(execArguments('llm -m "my model" $HOME', '/work')).toEqual(['llm', '-m', 'my model', '$HOME']);
    expect(execArguments('./agent --fast', '/work')).toEqual([resolve('/work', 'agent'), '--fast']);
    expect(execArguments('/opt/agent', '/work')).toEqual(['/opt/agent']);
  });

  it('have to be there', () => {
    expect(() => execArguments('  ', '/work')).toThrow(ExecCommandMissingError);
    expect(() => execArguments('"', '/work')).toThrow(UnbalancedQuoteError);
  });
});

function read(...pieces: string[]) {
  const told: string[] = [];
  const reader = new ExecReader(
    { signal: new AbortController().signal, onText: (text) => told.push(text) },
    '/repo',
  );
  for (const piece of pieces) reader.take(piece);
  reader.end();
  return { answer: reader.draft.answer([]), problem: reader.draft.problem, told };
}

describe('the output of exec', () => {
  it('is the answer as it is, told as it comes', () => {
    const { answer, told } = read('\n', 'Hello', ' there.\n');
    expect(answer.text).toBe('\nHello there.\n');
    expect(told).toEqual(['\nHello', ' there.\n']);
  });

  it('may be an object that tells more', () => {
    const { answer, told } = read(
      '{ "text": "Done.", "model": "m", "session_id": "s1", "cost_usd": 0.5,',
      ' "usage": { "input_tokens": 9, "cached_input_tokens": 4, "output_tokens": 3 } }\n',
    );
    expect(answer).toMatchObject({
      text: 'Done.',
      model: 'm',
      reportedCost: 0.5,
      usage: { input: 9, cachedInput: 4, cacheWrite: null, output: 3, reasoning: null },
      details: { session_id: 's1', earlier_messages: [] },
    });
    expect(told).toEqual(['Done.']);
  });

  it.each(['{ "plan": "an answer that is JSON" }', '{ not JSON'])(
    'is the answer otherwise: %s',
    (printed) => {
      const { answer, told } = read(printed);
      expect(answer.text).toBe(printed);
      expect(told).toEqual([printed]);
    },
  );

  it('is a fault when the object says so', () => {
    const { problem, told } = read('{ "result": "Too fast.", "is_error": true, "status": 429 }');
    expect(problem).toEqual({ fault: 'rate-limited', status: 429, message: 'Too fast.' });
    expect(told).toEqual([]);
  });
});
