import { describe, expect, it } from 'vitest';
import { exportDecision, importDecision } from './sync-decision.js';

const [OLD, FILE, STORE] = ['old', 'file', 'store'];

describe('a prompt and its file', () => {
  it.each([
    ['nothing was changed', OLD, OLD, OLD, 'same', 'same'],
    ['the file was changed', FILE, OLD, OLD, 'edited', 'take'],
    ['the prompt was changed', OLD, STORE, OLD, 'update', 'behind'],
    ['both were changed', FILE, STORE, OLD, 'conflict', 'conflict'],
    ['both were changed alike', FILE, FILE, OLD, 'same', 'same'],
    ['the file never came from here', FILE, STORE, null, 'conflict', 'conflict'],
    ['the file never came from here and says the same', OLD, OLD, null, 'same', 'same'],
  ] as const)('when %s', (_, file, stored, mark, exported, imported) => {
    expect(exportDecision({ file, stored, mark })).toBe(exported);
    expect(importDecision({ file, stored, mark })).toBe(imported);
  });

  it('when one of them is not there', () => {
    expect(exportDecision({ file: null, stored: STORE, mark: null })).toBe('write');
    expect(importDecision({ file: FILE, stored: null, mark: OLD })).toBe('create');
    expect(importDecision({ file: FILE, stored: 'deleted', mark: OLD })).toBe('create');
    expect(importDecision({ file: OLD, stored: 'deleted', mark: OLD })).toBe('deleted');
  });
});
