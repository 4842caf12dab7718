import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokens } from '../../test/fixtures/executions.js';
import { minutesLater, someTime } from '../../test/fixtures/sessions.js';
import { newExecutionId } from '../base/ids.js';
import type { CachedAnswer } from '../engine/execution/execution-journal.js';
import { finishReasons } from '../models/spec/model-answer.js';
import { openAnswer, sealAnswer } from './sealed-answer.js';

const answer: CachedAnswer = {
  execution: newExecutionId(),
  at: someTime,
  response: 'Yes, by all means.',
  reasoning: null,
  answeredModel: 'gpt-5-mini',
  finishReason: 'stop',
  usage: tokens(10, 1),
};

describe('a sealed answer', () => {
  it('is the answer again, whatever it says', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 50 });
    const anyAnswer = fc.record({
      response: fc.oneof(texts, fc.constantFrom('', '\0', '\ud800 alone', '\u2028')),
      reasoning: fc.option(texts),
      answeredModel: fc.option(texts),
      finishReason: fc.constantFrom(...finishReasons),
    });
    fc.assert(
      fc.property(anyAnswer, (given) => {
        const whole = { ...answer, ...given };
        expect(openAnswer('key', whole, sealAnswer('key', whole))).toEqual(whole);
      }),
    );
  });

  it('is nothing for another question, execution or time', () => {
    const sealed = sealAnswer('key', answer);
    expect(openAnswer('other', answer, sealed)).toBeNull();
    expect(openAnswer('key', { ...answer, execution: newExecutionId() }, sealed)).toBeNull();
    expect(openAnswer('key', { ...answer, at: minutesLater(1) }, sealed)).toBeNull();
  });

  it('is nothing when any of it is another', () => {
    const sealed = sealAnswer('key', answer);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openAnswer('key', answer, changed)).toBeNull();
      expect(openAnswer('key', answer, sealed.subarray(0, at))).toBeNull();
    }
  });

  it('tells nobody what it says, and looks different each time', () => {
    const sealed = sealAnswer('key', answer);
    for (const part of [answer.response, answer.execution, 'gpt-5'])
      expect(sealed.includes(part)).toBe(false);
    expect(sealed.equals(sealAnswer('key', answer))).toBe(false);
  });
});
