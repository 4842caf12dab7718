import { describe, expect, it } from 'vitest';
import { keysAsWritten, snakeCase, snakeCaseKeys } from './snake-case.js';

describe('snakeCase', () => {
  it.each([
    ['id', 'id'],
    ['minHours', 'min_hours'],
    ['timeEstimateText', 'time_estimate_text'],
    ['sha256', 'sha256'],
    ['already_snake', 'already_snake'],
  ])('%s: %s', (name, expected) => {
    expect(snakeCase(name)).toBe(expected);
  });
});

describe('snakeCaseKeys', () => {
  it('renames keys at every depth, in lists too, and no values', () => {
    expect(
      snakeCaseKeys({ keyFiles: [{ filePath: 'src/aB.ts' }], timeEstimate: { minHours: 3, note: null } }),
    ).toEqual({ key_files: [{ file_path: 'src/aB.ts' }], time_estimate: { min_hours: 3, note: null } });
  });

  it('writes dates as JSON does', () => {
    const date = new Date('2026-03-01T10:20:30.456Z');
    expect(snakeCaseKeys({ createdAt: date })).toEqual({ created_at: '2026-03-01T10:20:30.456Z' });
  });

  it.each([null, undefined, 0, false, '', 'camelCase', [1, [2]]])('leaves %j as it is', (value) => {
    expect(snakeCaseKeys(value)).toEqual(value);
  });

  it('leaves what it was given untouched', () => {
    const given = { minHours: 1, nested: { maxHours: 2 } };
    snakeCaseKeys(given);
    expect(given).toEqual({ minHours: 1, nested: { maxHours: 2 } });
  });

  it('leaves the keys of what is marked as data, and renames those around it', () => {
    const schema = keysAsWritten({ maxItems: 3, anyOf: [{ minItems: 1 }] });
    const choices = keysAsWritten([{ oneKey: 1 }]);
    expect(snakeCaseKeys({ responseSchema: schema, allChoices: choices, other: { maxItems: 3 } })).toEqual({
      response_schema: { maxItems: 3, anyOf: [{ minItems: 1 }] },
      all_choices: [{ oneKey: 1 }],
      other: { max_items: 3 },
    });
  });
});
