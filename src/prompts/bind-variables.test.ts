import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VariableDeclaration } from '../formats/prompt-document.js';
import { bindVariables, type PromptVariable, VariablesMissingError } from './bind-variables.js';
import type { GivenValue } from './typed-value.js';
import { boundValue, VariableValueError } from './variable-value.js';

const declared = (name: string, more: Partial<VariableDeclaration> = {}): PromptVariable => {
  const declaration = { name, type: 'any', description: null, required: true, ...more } as const;
  return { name, declaration, isRequired: declaration.required };
};
const used = (name: string, isRequired = true): PromptVariable => ({ name, declaration: null, isRequired });
const words = (values: Readonly<Record<string, string>>) =>
  new Map<string, GivenValue>(Object.entries(values).map(([name, text]) => [name, { from: 'word', text }]));

describe('the values of variables', () => {
  it('are what was given, else the defaults; what is optional may be absent', () => {
    const variables = [
      declared('a'),
      declared('b', { default: 2 }),
      declared('c', { required: false }),
      used('d'),
    ];
    expect(bindVariables('p', variables, words({ a: '1', d: '4' }))).toEqual({
      values: { a: '1', b: 2, d: '4' },
      surplus: [],
    });
  });

  it('a default of null is a value', () => {
    expect(bindVariables('p', [declared('a', { default: null })], new Map()).values).toEqual({ a: null });
  });

  it('all that are missing are named, with type and description', () => {
    const variables = [
      declared('a', { type: 'integer', description: 'How deep.\nMore.' }),
      used('b'),
      used('c', false),
    ];
    const missing = () => bindVariables('p', variables, new Map());
    expect(missing).toThrow(VariablesMissingError);
    expect(missing).toThrow('The prompt "p" needs 2 variables more:\n  a (integer): How deep.\n  b');
  });

  it('what is no variable is told, with the nearest, and passed on', () => {
    expect(bindVariables('p', [used('language')], words({ language: 'Go', langauge: 'C', x: '1' }))).toEqual({
      values: { language: 'Go', langauge: 'C', x: '1' },
      surplus: [
        { name: 'langauge', nearest: 'language' },
        { name: 'x', nearest: null },
      ],
    });
  });

  it('`__proto__` is a name like any other', () => {
    const { values } = bindVariables(
      'p',
      [used('__proto__')],
      new Map([['__proto__', { from: 'word', text: 'x' }]]),
    );
    expect(Object.entries(values)).toEqual([['__proto__', 'x']]);
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  });
});

describe('a value', () => {
  const value = (type: VariableDeclaration['type'], given: GivenValue) =>
    boundValue('a', { name: 'a', type, description: null, required: true }, given);

  it('of a word comes back as JSON would write it', () => {
    const read = fc.property(fc.jsonValue(), (json) => {
      // JSON has one zero less than numbers have.
      const expected = JSON.parse(JSON.stringify(json));
      if (typeof json === 'number') {
        expect(value('number', { from: 'word', text: JSON.stringify(json) })).toEqual(expected);
      }
      if (Array.isArray(json)) {
        expect(value('array', { from: 'word', text: JSON.stringify(json) })).toEqual(expected);
      }
    });
    fc.assert(read, { numRuns: 500 });
  });

  it('of any word is of its type, or is refused', () => {
    const types = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'any'] as const;
    const refusedOrRight = fc.property(fc.constantFrom(...types), fc.string(), (type, text) => {
      try {
        const read = value(type, { from: 'word', text });
        const kind = Array.isArray(read) ? 'array' : typeof read;
        expect(kind).toBe({ integer: 'number', any: 'string' }[type as string] ?? type);
      } catch (error) {
        expect(error).toBeInstanceOf(VariableValueError);
      }
    });
    fc.assert(refusedOrRight, { numRuns: 1000 });
  });

  it.each([
    ['number', 'NaN'],
    ['number', 'Infinity'],
    ['number', '0x10'],
    ['number', ''],
    ['number', '1e999'],
    ['integer', '1.0'],
    ['integer', '9007199254740992'],
    ['boolean', 'True'],
    ['object', 'null'],
    ['object', '[]'],
    ['array', '"a"'],
  ] as const)('of type %s is not %j', (type, text) => {
    expect(() => value(type, { from: 'word', text })).toThrow(VariableValueError);
  });

  it.each([
    ['string', 1],
    ['integer', 1.5],
    ['number', '1'],
    ['boolean', 0],
    ['array', {}],
    ['object', null],
  ] as const)('of type %s from a file is not %j', (type, data) => {
    expect(() => value(type, { from: 'data', value: data })).toThrow(VariableValueError);
  });

  it('is one of the choices, which may be objects', () => {
    const declaration = {
      name: 'a',
      type: 'object',
      description: null,
      required: true,
      choices: [{ b: [1] }],
    } as const;
    expect(boundValue('a', declaration, { from: 'word', text: '{"b":[1]}' })).toEqual({ b: [1] });
    expect(() => boundValue('a', declaration, { from: 'word', text: '{"b":[2]}' })).toThrow('cannot be');
  });

  it('of very many digits is refused at once', () => {
    const since = performance.now();
    expect(() => value('number', { from: 'word', text: `${'1'.repeat(1e6)}x` })).toThrow(VariableValueError);
    expect(performance.now() - since).toBeLessThan(1000);
  });

  it('that is very long is not repeated whole', () => {
    const long = () => value('integer', { from: 'word', text: 'x'.repeat(1e6) });
    expect(long).toThrow(/^.{1,200}$/);
  });
});

describe('a variable that is missing', () => {
  it('is shown beside what was most likely meant for it', () => {
    expect(() => bindVariables('greet', [used('name')], words({ nme: 'Ada' }))).toThrow(
      'name (you gave "nme")',
    );
  });
});
