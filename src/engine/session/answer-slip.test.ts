import { describe, expect, it } from 'vitest';
import { exampleText } from '../../../test/cli/harness.js';
import { someTime } from '../../../test/fixtures/sessions.js';
import { sha256 } from '../../base/checksum.js';
import { newAttemptId, newSessionId } from '../../base/ids.js';
import { type AnswerCircumstances, slipOf } from './answer-slip.js';
import type { Attempt } from './attempt.js';

const prompt = `# Role: planner\n\n${'Read the request with care, and plan it step by step.\n'.repeat(20)}`;

function given(text: string, around: Partial<AnswerCircumstances> = {}) {
  return slipOf({
    step: 'process',
    text,
    checksum: sha256(text),
    featureRequest: 'Add a login page\n\nwith a way to reset the password.',
    prompts: [prompt],
    attempts: [],
    ...around,
  });
}

function attempt(text: string, more: Partial<Attempt> = {}): Attempt {
  return {
    id: newAttemptId(),
    sessionId: newSessionId(),
    step: 'process',
    part: null,
    number: 1,
    outcome: 'accepted',
    input: null,
    checksum: sha256(text),
    size: text.length,
    forced: false,
    appendedTo: null,
    problem: null,
    source: null,
    template: null,
    startedAt: someTime,
    finishedAt: someTime,
    ...more,
  };
}

describe('an answer', () => {
  it.each(['An answer in prose.', 'x', '0', exampleText('planning-answer.md')])(
    'is no slip: %.30j',
    (text) => {
      expect(given(text)).toBeNull();
    },
  );

  it.each(['', ' \n\t', '\ufeff', '\ufeff\r\n', '\u00a0'])('is empty: %j', (text) => {
    expect(given(text)?.slip).toBe('empty');
  });
});

describe('the feature request', () => {
  it.each([
    ['as it is', 'Add a login page\n\nwith a way to reset the password.'],
    ['copied with other line ends', '  Add a login page\r\n\r\n  with a way to reset the password.\r\n'],
  ])('%s is no answer', (_, text) => {
    expect(given(text)?.slip).toBe('own-request');
  });

  it('may stand within one', () => {
    const text = 'Add a login page\n\nwith a way to reset the password.\n\nFirst read src/login.ts.';
    expect(given(text)).toBeNull();
  });
});

describe('the prompt that was given out', () => {
  it.each([
    ['as it is', prompt],
    ['between rulers', `── planning prompt ${'─'.repeat(40)}\n${prompt}${'─'.repeat(60)}\n`],
    ['indented, with other line ends', prompt.replace(/^/gm, '    ').replaceAll('\n', '\r\n')],
    ['with a word around it', `Here:\n\n${prompt}\nThanks!`],
  ])('is known %s', (_, text) => {
    expect(given(text)?.slip).toBe('own-prompt');
  });

  it('is known whichever of them it was', () => {
    expect(given(prompt, { prompts: ['Another prompt.', prompt] })?.slip).toBe('own-prompt');
  });

  it('may be quoted in an answer to it', () => {
    expect(given(`${prompt}\n\n${'And here is what I make of it. '.repeat(10)}`)).toBeNull();
  });

  it('is not meant by a part of it, and an empty one by nothing', () => {
    expect(given(prompt.slice(0, 200))).toBeNull();
    expect(given('Something.', { prompts: ['', ' \n'] })).toBeNull();
  });
});

describe('an earlier answer', () => {
  const text = 'The plan is this.';

  it('is known by its bytes, and named by its step', () => {
    const slip = given(text, { step: 'save-analysis', attempts: [attempt(text)] });
    expect(slip).toMatchObject({ slip: 'earlier-answer', message: expect.stringContaining('"process"') });
  });

  it.each([
    ['it was rejected there', attempt(text, { outcome: 'rejected' })],
    ['it was given to the same step', attempt(text, { step: 'save-analysis' })],
    ['a byte is different', attempt(`${text} `)],
  ])('is none when %s', (_, earlier) => {
    expect(given(text, { step: 'save-analysis', attempts: [earlier] })).toBeNull();
  });
});

describe('an answer of another step', () => {
  it.each([
    ['process', 'analysis.md'],
    ['process', 'report.md'],
    ['save-analysis', 'planning-answer.md'],
    ['save-analysis', 'report.md'],
    ['complete', 'planning-answer.md'],
    ['complete', 'analysis.md'],
  ] as const)('at %s is known: %s', (step, example) => {
    expect(given(exampleText(example), { step })?.slip).toBe('other-step');
  });

  it.each([
    ['process', 'planning-answer.md'],
    ['save-analysis', 'analysis.md'],
    ['complete', 'report.md'],
  ] as const)('at %s is not %s', (step, example) => {
    expect(given(exampleText(example), { step })).toBeNull();
  });
});
