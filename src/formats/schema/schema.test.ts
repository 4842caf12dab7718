import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDocument } from '../../../test/formats/documents.js';
import { jsonSchemaOf, PicoschemaError } from './picoschema.js';
import { schemaOfVariable, variableOfSchema } from './variable-of-schema.js';
import { variablesOfSchema } from './variables-of-schema.js';

describe('a Picoschema', () => {
  it.each([
    ['string', { type: 'string' }],
    ['number, how much, at most', { type: 'number', description: 'how much, at most' }],
    ['any', {}],
    [
      { type: 'string', minLength: 1 },
      { type: 'string', minLength: 1 },
    ],
    [{ properties: { a: {} } }, { properties: { a: {} } }],
    [
      {
        'title?': 'string',
        'tags(array, words)': 'string',
        'mood?(enum)': ['good', 'bad'],
        '(*)': 'integer',
      },
      {
        type: 'object',
        properties: {
          title: { type: ['string', 'null'] },
          tags: { type: 'array', items: { type: 'string' }, description: 'words' },
          mood: { enum: ['good', 'bad', null] },
        },
        required: ['tags'],
        additionalProperties: { type: 'integer' },
      },
    ],
    [
      { 'owner(object, who)': { name: 'string' } },
      {
        type: 'object',
        properties: {
          owner: {
            type: 'object',
            properties: { name: { type: 'string' } },
            required: ['name'],
            additionalProperties: false,
            description: 'who',
          },
        },
        required: ['owner'],
        additionalProperties: false,
      },
    ],
  ])('%j is a JSON schema', (pico, schema) => {
    expect(jsonSchemaOf(pico)).toEqual(schema);
  });

  it.each(['Person', { 'a(set)': 'string' }, { 'a(enum)': 'b' }, { a: ['string'] }, null])(
    'is not %j',
    (value) => {
      expect(() => jsonSchemaOf(value)).toThrow(PicoschemaError);
    },
  );
});

describe('the variables of a schema', () => {
  it('keep what a declaration can say, and tell the rest', () => {
    const schema = jsonSchemaOf({
      name: 'string, who',
      'items?(array)': { id: 'string' },
      'mood(enum)': ['a', 'b'],
    });
    const { variables, losses } = variablesOfSchema(schema, { name: 'Ada', extra: 1 });
    expect(variables).toEqual([
      { name: 'name', type: 'string', description: 'who', default: 'Ada', required: true },
      { name: 'items', type: 'array', description: null, required: false },
      { name: 'mood', type: 'string', description: null, required: true, choices: ['a', 'b'] },
      { name: 'extra', type: 'any', description: null, default: 1, required: false },
    ]);
    expect(losses.map(({ what }) => what)).toEqual(['variable items: items']);
  });

  it('are read back from the schema they are written as, but for null among choices', () => {
    fc.assert(
      fc.property(anyDocument, ({ variables }) => {
        for (const variable of variables) {
          const { choices, ...rest } = variable;
          const kept = choices?.filter((choice) => choice !== null);
          const back = variableOfSchema(variable.name, schemaOfVariable(variable), variable.required);
          const { type, ...others } = back;
          expect(others).toEqual({
            ...rest,
            ...(kept === undefined ? {} : { choices: kept }),
            type: undefined,
          });
          if (variable.type !== 'any' || choices === undefined) expect(type).toBe(variable.type);
        }
      }),
    );
  });
});
