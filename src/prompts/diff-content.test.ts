import { describe, expect, it } from 'vitest';
import { diffContent } from './diff-content.js';
import type { PromptContent } from './prompt-content.js';

const content = (more: Partial<PromptContent> = {}): PromptContent => ({
  messages: [{ role: 'user', text: 'Hi' }],
  variables: [],
  settings: { model: null, parameters: {}, responseSchema: null },
  ...more,
});

describe('the difference of two contents', () => {
  it('goes by the places of messages', () => {
    const after = content({
      messages: [
        { role: 'system', text: 'Hi' },
        { role: 'user', text: 'More' },
      ],
    });
    expect(diffContent(content(), after).messages).toMatchObject([
      { position: 1, roleBefore: 'user', roleAfter: 'system', hunks: [{ kind: 'same', text: 'Hi' }] },
      { position: 2, roleBefore: null, roleAfter: 'user', hunks: [{ kind: 'added', text: 'More' }] },
    ]);
    expect(diffContent(after, content()).messages[1]).toMatchObject({ roleBefore: 'user', roleAfter: null });
  });

  it('goes by the names of variables and settings, in whatever order they are', () => {
    const variable = (name: string, more = {}) =>
      ({ name, type: 'any', description: null, required: true, ...more }) as const;
    const before = content({
      variables: [variable('a'), variable('b'), variable('gone')],
      settings: { model: 'x', parameters: { a: { b: 1, c: 2 }, temperature: 0.2 }, responseSchema: null },
    });
    const after = content({
      variables: [variable('b', { default: null }), variable('a'), variable('new')],
      settings: { model: 'x', parameters: { temperature: 0.5, a: { c: 2, b: 1 } }, responseSchema: true },
    });
    const { variables, settings } = diffContent(before, after);
    expect(variables.map(({ name, before: old, after: now }) => [name, old?.name, now?.name])).toEqual([
      ['b', 'b', 'b'],
      ['gone', 'gone', undefined],
      ['new', undefined, 'new'],
    ]);
    expect(settings).toEqual([
      { name: 'parameters.temperature', before: 0.2, after: 0.5 },
      { name: 'response_schema', before: undefined, after: true },
    ]);
  });

  it('takes `__proto__` as a name like any other', () => {
    const parameters = JSON.parse('{"__proto__": 1}');
    const after = content({ settings: { model: null, parameters, responseSchema: null } });
    expect(diffContent(content(), after).settings).toEqual([
      { name: 'parameters.__proto__', before: undefined, after: 1 },
    ]);
  });
});
