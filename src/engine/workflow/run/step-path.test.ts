import { describe, expect, it } from 'vitest';
import { entriesIn, entryPath, inputPath, isWithin, pathInFile, stepPath } from './step-path.js';

describe('the path of a step', () => {
  const path = stepPath(entryPath(stepPath(entryPath('each', 3), 'inner'), 10), 'draft');

  it('names all that it lies in', () => {
    expect(path).toBe('each[3].inner[10].draft');
    expect(stepPath('', 'draft')).toBe('draft');
  });

  it('tells its entries, and its place in the file', () => {
    expect(entriesIn(path)).toEqual([3, 10]);
    expect(pathInFile(path)).toBe('each.inner.draft');
  });

  it('is within what it lies in, and not within what only begins like it', () => {
    for (const outer of ['each', 'each[3]', 'each[3].inner', path]) expect(isWithin(path, outer)).toBe(true);
    for (const other of ['eac', 'each[3].inn', 'each[30]', 'each[3].inner[1]', `${path}.more`])
      expect(isWithin(path, other)).toBe(false);
    expect(isWithin(inputPath('sub', 'a.md'), 'sub')).toBe(true);
  });
});
