import { describe, expect, it } from 'vitest';
import type { FileChange } from './implementation-report.js';
import { readFiles } from './read-files.js';

function read(lines: readonly string[], change: FileChange | null = null) {
  const { value, unread } = readFiles(lines.join('\n'), change);
  return { files: value.map((file) => file.finish()), unread };
}

const file = (
  path: string,
  change: FileChange | null,
  purpose: string | null = null,
  ...changes: string[]
) => ({
  path,
  previousPath: null,
  change,
  purpose,
  changes,
});

describe('readFiles', () => {
  it('reads labelled files with fields below them', () => {
    const lines = [
      'File: src/a.ts',
      '- Type: Created',
      '- Purpose: reads a',
      '- Changes: all of it',
      '',
      '**File:** `src/b.ts`',
      '**Status:** Modified',
      '**Description:** writes b',
      '**Changes:**',
      '- `src/a.ts` is imported',
      '- a new writer',
    ];
    expect(read(lines)).toEqual({
      files: [
        file('src/a.ts', 'created', 'reads a', 'all of it'),
        file('src/b.ts', 'modified', 'writes b', '`src/a.ts` is imported', 'a new writer'),
      ],
      unread: [],
    });
  });

  it('reads headings that are files', () => {
    const lines = [
      '### `src/a.ts` (new)',
      '',
      'Reads a.',
      '',
      '#### Key changes',
      '- one',
      '',
      '### src/b.ts',
      '- two',
    ];
    expect(read(lines)).toEqual({
      files: [file('src/a.ts', 'created', 'Reads a.', 'one'), file('src/b.ts', null, null, 'two')],
      unread: [],
    });
  });

  it('reads titled lists, and each title for its own list', () => {
    const lines = [
      '### Files created',
      '- a.ts — reads a',
      '**Modified files:**',
      '1. b.ts',
      '   - writes b',
      'Deleted:',
      '* c.ts',
    ];
    expect(read(lines).files).toEqual([
      file('a.ts', 'created', 'reads a'),
      file('b.ts', 'modified', null, 'writes b'),
      file('c.ts', 'deleted'),
    ]);
  });

  it('takes the heading of the section as the title, and what a file says of itself before it', () => {
    const lines = ['#### Backend', '- a.ts', '- b.ts (modified)'];
    expect(read(lines, 'created')).toEqual({
      files: [file('a.ts', 'created'), file('b.ts', 'modified')],
      unread: ['#### Backend'],
    });
  });

  it('does not carry a title over to another one', () => {
    const lines = ['### Files created', '- a.ts', '#### Backend', '- b.ts', '### Look at', '- c.ts'];
    expect(read(lines).files).toEqual([file('a.ts', 'created'), file('b.ts', 'created'), file('c.ts', null)]);
  });

  it('reads tables with a column for the files', () => {
    const lines = [
      '| # | File | Status | Notes |',
      '|---|------|:------:|-------|',
      '| 1 | `a.ts` | New | reads a |',
      '| 2 | b.ts | Created/Modified | |',
      '| 3 | to be done | New | |',
      '',
      '| Check | Result |',
      '|---|---|',
      '| types | pass |',
    ];
    expect(read(lines)).toEqual({
      files: [file('a.ts', 'created', 'reads a'), file('b.ts', null)],
      unread: ['2 | b.ts | Created/Modified | ', '3 | to be done | New | ', 'types | pass'],
    });
  });

  it('joins lines that were broken', () => {
    const lines = ['- `a.ts` - reads', '  what is there', '  - and does', '    much more', '- b.ts'];
    expect(read(lines).files).toEqual([
      file('a.ts', null, 'reads what is there', 'and does much more'),
      file('b.ts', null),
    ]);
  });

  it('leaves unread what it cannot place', () => {
    const lines = [
      'I changed much.',
      '',
      'File: a.ts',
      '- Type: unclear',
      '',
      '```ts',
      'code();',
      '```',
      '',
      'That is all.',
    ];
    expect(read(lines)).toEqual({
      files: [file('a.ts', null)],
      unread: ['I changed much.', '- Type: unclear', '```ts', 'code();', '```', 'That is all.'],
    });
  });
});
