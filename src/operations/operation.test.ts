import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { operation } from './operation.js';

const repeat = operation(
  z.object({
    featureType: z.optional(z.string().check(z.regex(/^[a-z]+$/, 'A feature type has small letters.'))),
    limit: z._default(z.int().check(z.positive()), 1),
    answer: z.optional(z.object({ inputMethod: z.enum(['file', 'stdin']) })),
  }),
  async (word: string, { limit }) => word.repeat(limit),
);

/** As a program without types may call it. */
const loosely = repeat as (word: string, input: unknown) => Promise<string>;

describe('an operation', () => {
  it('does its work with an input that fits', async () => {
    expect(await repeat('ab', { limit: 2 })).toBe('abab');
    expect(await repeat('ab', {})).toBe('ab');
  });

  it.each([
    [{ limit: 0 }, 'The limit is not valid. Too small: expected number to be >0.'],
    [{ featureType: 5 }, 'The feature type is not valid. Invalid input: expected string, received number.'],
    [{ featureType: 'A' }, 'A feature type has small letters.'],
    [
      { answer: { inputMethod: 'x' } },
      'The answer input method is not valid. Invalid option: expected one of "file"|"stdin".',
    ],
    [null, 'The input is not valid. Invalid input: expected object, received null.'],
  ])('refuses %j in a sentence', async (input, message) => {
    await expect(loosely('ab', input)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      kind: 'usage',
      message,
    });
  });
});
