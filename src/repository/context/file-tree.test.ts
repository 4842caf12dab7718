import { describe, expect, it } from 'vitest';
import { fileTree } from './file-tree.js';

const PATHS = ['a/b/c.ts', 'a/d.ts', 'e.ts', ...Array.from({ length: 40 }, (_, at) => `many/f${at}.ts`)];

describe('the tree of files', () => {
  it('shows all where there is room', () => {
    expect(fileTree(['a/b/c.ts', 'a/d.ts', 'e.ts'], 1000)).toEqual({
      text: 'a/\n  b/\n    c.ts\n  d.ts\ne.ts',
      folded: false,
    });
  });

  it('opens a folder in part that is too large', () => {
    const { text, folded } = fileTree(PATHS, 120);
    expect(folded).toBe(true);
    expect(text).toMatch(
      /^a\/\n {2}b\/\n {4}c\.ts\n {2}d\.ts\nmany\/\n {2}f0\.ts\n(?: {2}f\d+\.ts\n)+ {2}… and \d+ more\ne\.ts$/,
    );
  });

  it('closes folders when there is little room, and tells how many files they hold', () => {
    expect(fileTree(PATHS, 45).text).toContain('many/ (40 files)');
  });

  it('is empty without room', () => {
    expect(fileTree(PATHS, 5)).toEqual({ text: '', folded: true });
  });
});
