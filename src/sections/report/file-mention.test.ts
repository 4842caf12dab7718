import { describe, expect, it } from 'vitest';
import { type FileMention, fileMention } from './file-mention.js';

const nothingElse: Omit<FileMention, 'path'> = {
  previousPath: null,
  change: null,
  purpose: null,
  labelled: false,
};

describe('fileMention', () => {
  it.each<[string, string, Partial<FileMention>]>([
    ['`src/a.ts`', 'src/a.ts', {}],
    ['src/a.ts', 'src/a.ts', {}],
    ['**src/a.ts**', 'src/a.ts', {}],
    ['**`src/a.ts`**: reads', 'src/a.ts', { purpose: 'reads' }],
    ['[`a.ts`](src/a.ts#L3) - reads', 'a.ts', { purpose: 'reads' }],
    ['"notes/a.md"', 'notes/a.md', {}],
    ['File: `my notes/a b.md`', 'my notes/a b.md', { labelled: true }],
    ['`Makefile` (new)', 'Makefile', { change: 'created' }],
    ['.github/workflows/ci.yml: runs', '.github/workflows/ci.yml', { purpose: 'runs' }],
    ['src\\win\\a.cs — reads', 'src\\win\\a.cs', { purpose: 'reads' }],
    ['src/a.ts:27-39', 'src/a.ts', { purpose: '27-39' }],
    ['`src/a.ts` (new file) — reads', 'src/a.ts', { change: 'created', purpose: 'reads' }],
    ['`src/a.ts` (modified, +3 −1): reads', 'src/a.ts', { change: 'modified', purpose: 'reads (+3 −1)' }],
    ['src/a.ts [DELETED]', 'src/a.ts', { change: 'deleted' }],
    ['src/a.ts - Modified', 'src/a.ts', { change: 'modified' }],
    ['src/a.ts - Created: reads', 'src/a.ts', { change: 'created', purpose: 'reads' }],
    ['src/a.ts - new file, reads', 'src/a.ts', { change: 'created', purpose: 'reads' }],
    ['src/a.ts - Added the parser', 'src/a.ts', { purpose: 'Added the parser' }],
    ['src/a.ts (line 12)', 'src/a.ts', { purpose: '(line 12)' }],
    ['Created `src/a.ts`', 'src/a.ts', { change: 'created' }],
    ['Added a new file src/a.ts to read', 'src/a.ts', { change: 'created', purpose: 'to read' }],
    ['[NEW] src/a.ts', 'src/a.ts', { change: 'created' }],
    ['M src/a.ts', 'src/a.ts', { change: 'modified' }],
    ['✅ `src/a.ts` (updated)', 'src/a.ts', { change: 'modified' }],
    ['File: src/a.ts', 'src/a.ts', { labelled: true }],
    ['**File 2:** `src/a.ts`', 'src/a.ts', { labelled: true }],
    ['File: CHANGES', 'CHANGES', { labelled: true }],
    ['New file: `src/a.ts`', 'src/a.ts', { change: 'created', labelled: true }],
    ['Renamed `a.ts` → `b.ts`', 'b.ts', { previousPath: 'a.ts', change: 'renamed' }],
    [
      'src/a.ts -> src/b.ts: shorter',
      'src/b.ts',
      { previousPath: 'src/a.ts', change: 'renamed', purpose: 'shorter' },
    ],
  ])('%s', (line, path, rest) => {
    expect(fileMention(line)).toEqual({ ...nothingElse, path, ...rest });
  });

  it.each([
    'and/or something',
    'Node.js support added',
    'e.g. this',
    'https://example.org/a.ts',
    '`npm test`',
    '`sh scripts/run.sh`',
    '`a => b/c`',
    'Added the parser',
    'Unit tests: all',
    'version 1.5',
    'file',
    '',
    '`',
    '[](',
  ])('%j names no file', (line) => {
    expect(fileMention(line)).toBeNull();
  });
});
