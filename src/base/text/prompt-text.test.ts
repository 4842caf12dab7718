import { describe, expect, it } from 'vitest';
import { promptParts, promptText } from './prompt-text.js';

const system = { role: 'system', text: 'You read code.' };
const user = { role: 'user', text: 'Plan it.\n' };

describe('a prompt as one text', () => {
  it('is its only message as it is, ended by a line feed', () => {
    expect(promptText([{ role: 'user', text: 'Plan it.' }])).toBe('Plan it.\n');
    expect(promptText([user])).toBe('Plan it.\n');
  });

  it('has several messages under rulers that name their roles', () => {
    const [first, text, gap, second, last] = promptText([system, user]).split('\n');
    expect([text, gap, last]).toEqual(['You read code.', '', 'Plan it.']);
    expect(first).toMatch(/^── system ─+$/);
    expect(second).toMatch(/^── user ─+$/);
    expect(first).toHaveLength(second?.length ?? 0);
  });

  it('is nothing without messages', () => {
    expect(promptText([])).toBe('');
  });
});

describe('the parts of a prompt', () => {
  it('join to its text', () => {
    const joined = promptParts([system, user]).map(({ roleRuler, text }) => `${roleRuler}\n${text}`);
    expect(joined.join('\n')).toBe(promptText([system, user]));
  });

  it('have no ruler when there is one', () => {
    expect(promptParts([user])).toEqual([{ roleRuler: null, text: 'Plan it.\n' }]);
  });
});
