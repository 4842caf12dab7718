import { describe, expect, it } from 'vitest';
import { PromptRunnerError } from './errors.js';

class KettleEmptyError extends PromptRunnerError {
  readonly code = 'KETTLE_EMPTY';
  readonly kind = 'failed';
}

describe('an expected failure', () => {
  it('is an error that bears the name of its class', () => {
    const error = new KettleEmptyError('The kettle is empty.');
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toBe('KettleEmptyError: The kettle is empty.');
    expect(error.stack).toContain('errors.test.ts');
  });

  it('says what to do, or nothing', () => {
    const remedy = { hint: 'Fill it.', next: 'kettle fill' };
    expect(new KettleEmptyError('The kettle is empty.', remedy).remedy).toEqual(remedy);
    expect(new KettleEmptyError('The kettle is empty.').remedy).toEqual({});
  });

  it('keeps its cause', () => {
    const cause = new Error('no water');
    expect(new KettleEmptyError('The kettle is empty.', {}, { cause }).cause).toBe(cause);
  });
});
