import { describe, expect, it } from 'vitest';
import { requireSoundSchema } from './require-sound-schema.js';

describe('a schema for an answer', () => {
  it.each([
    [{ $ref: '#/nope' }, 'The schema of the answer cannot be used: unresolved $ref "#/nope".'],
    [
      { pattern: '(' },
      'The schema of the answer cannot be used: invalid regular expression: /(/u: Unterminated group.',
    ],
    [
      { properties: { a: { items: { pattern: '(' } } } },
      'The schema of the answer, at /properties/a/items, cannot be used: invalid regular expression: /(/u: Unterminated group.',
    ],
    [{ $ref: '#' }, 'The schema of the answer cannot be used: it refers to itself without end.'],
    [{ enum: 5 }, 'The schema of the answer cannot be used: a keyword holds what it may not hold.'],
    [
      { properties: { a: null } },
      'The schema of the answer cannot be used: a keyword holds what it may not hold.',
    ],
    [{ $ref: 'http://[' }, 'The schema of the answer cannot be used: a reference in it is no address.'],
  ])('is refused where no answer could be held against it: %j', async (schema, message) => {
    await expect(requireSoundSchema(schema)).rejects.toMatchObject({
      code: 'ANSWER_SCHEMA',
      kind: 'usage',
      message,
    });
  });

  it.each([
    [{}],
    [{ type: 'object', properties: { kids: { type: 'array', items: { $ref: '#' } } } }],
    [{ $defs: { n: { type: 'number', multipleOf: 0.01 } }, properties: { n: { $ref: '#/$defs/n' } } }],
    [{ enum: ['a', { b: 1 }], default: 'a', patternProperties: { '^x': { const: 1 } }, allOf: [true] }],
  ])('is taken as it is, whatever its answers may be: %j', async (schema) => {
    const given = JSON.stringify(schema);
    await expect(requireSoundSchema(Object.freeze(schema))).resolves.toBeUndefined();
    expect(JSON.stringify(schema)).toBe(given);
  });
});
