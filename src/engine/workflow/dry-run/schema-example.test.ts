import { describe, expect, it } from 'vitest';
import type { Json } from '../../../models/spec/model-request.js';
import { checkResponse } from '../../execution/check-response.js';
import { exampleFor } from './schema-example.js';

const shapes: readonly (readonly [{ readonly [key: string]: Json }, Json])[] = [
  [{}, 'text'],
  [{ type: 'integer', minimum: 3 }, 3],
  [{ type: ['boolean', 'null'] }, false],
  [{ enum: ['low', 'high'] }, 'low'],
  [{ const: 7 }, 7],
  [{ type: 'array', items: { type: 'number' } }, [0]],
  [
    { type: 'object', properties: { a: { type: 'string', default: 'x' }, b: { type: 'null' } } },
    { a: 'x', b: null },
  ],
  [{ properties: { a: { examples: [[1]] } } }, { a: [1] }],
  [{ anyOf: [{ type: 'array', items: { const: true } }, { type: 'string' }] }, [true]],
];

describe('an example for a schema', () => {
  it.each(shapes)('%j is a value that fits', async (schema, example) => {
    expect(exampleFor(schema)).toEqual(example);
    expect((await checkResponse(JSON.stringify(example), schema)).problem).toBeNull();
  });

  it('ends, however deep the schema is', () => {
    const deep = (levels: number): { [key: string]: Json } =>
      levels === 0 ? { type: 'string' } : { type: 'array', items: deep(levels - 1) };
    expect(JSON.stringify(exampleFor(deep(50)))).toContain('null');
  });
});
