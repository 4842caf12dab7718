import { describe, expect, it } from 'vitest';
import { someContent } from '../../test/fixtures/prompts.js';
import type { PromptContent } from '../prompts/prompt-content.js';
import { storedContent } from './stored-content.js';

const whole: PromptContent = {
  ...someContent('Be kind.', 'Review {{ code }}.'),
  variables: [
    { name: 'code', type: 'string', description: null, required: true },
    { name: 'depth', type: 'integer', description: 'How far', required: false, default: 1, choices: [1, 2] },
  ],
};

/** The columns of a content, with others in the place of some. */
const columns = (given: Partial<Record<keyof PromptContent, string>> = {}) => ({
  prompt_id: 't0123456789ab',
  messages: JSON.stringify(whole.messages),
  variables: JSON.stringify(whole.variables),
  settings: JSON.stringify(whole.settings),
  ...given,
});

describe('the content of a version in the store', () => {
  it('is read as it was written', () => {
    expect(storedContent(columns())).toEqual(whole);
  });

  it.each([
    ['no JSON', { messages: '{broken' }],
    ['no list', { messages: '{"role":"user","text":"a"}' }],
    ['nothing', { messages: 'null' }],
    ['a message without a text', { messages: '[{"role":"user"}]' }],
    ['a role that no message has', { messages: '[{"role":"root","text":"a"}]' }],
    ['a message that is none', { messages: '[null]' }],
    ['a variable without a type', { variables: '[{"name":"a","description":null,"required":true}]' }],
    [
      'choices that are no list',
      { variables: '[{"name":"a","type":"any","description":null,"required":true,"choices":{}}]' },
    ],
    ['settings that are a list', { settings: '[]' }],
    ['settings without parameters', { settings: '{"model":null,"responseSchema":null}' }],
  ])('that has been made %s is damage, and named by its prompt', (_, given) => {
    const reading = () => storedContent(columns(given));
    expect(reading).toThrow('The store is damaged: prompt t0123456789ab cannot be read.');
    expect(reading).toThrow(expect.objectContaining({ code: 'STORE_DAMAGED' }));
  });
});
