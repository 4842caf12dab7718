import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readImplementationReport } from './read-implementation-report.js';

const report = `Done! I implemented the search; \`src/old.ts\` was in the way.

## Code Changes Documentation

File: src/search/index.ts
- Type: Created
- Purpose: finds sessions by their words

File: src/cli.ts
- Type: Modified
- Changes:
  - registers the command
  - adds \`--limit\`

## Test Implementation

- src/search/index.test.ts

## Verification Steps

1. Run the tests:
npm test

## Integration Confirmation

- ✅ follows the conventions
- [ ] documented

## Key Features Integrated

1. Search:
  - by words
2. Testing:
  - of every command
`;

describe('readImplementationReport', () => {
  it('reads each part of a report', () => {
    const read = readImplementationReport(report);
    expect(read.files).toEqual([
      {
        path: 'src/search/index.ts',
        previousPath: null,
        change: 'created',
        purpose: 'finds sessions by their words',
        changes: [],
      },
      {
        path: 'src/cli.ts',
        previousPath: null,
        change: 'modified',
        purpose: null,
        changes: ['registers the command', 'adds `--limit`'],
      },
    ]);
    expect(read.tests).toEqual([
      { text: 'src/search/index.test.ts', path: 'src/search/index.test.ts', details: [] },
    ]);
    expect(read.verification).toEqual(['Run the tests:\nnpm test']);
    expect(read.confirmations).toEqual(['follows the conventions']);
    expect(read.unconfirmed).toEqual(['documented']);
    expect(read.features.map(({ name }) => name)).toEqual(['Search', 'Testing']);
    expect(read.unread).toEqual(['Done! I implemented the search; `src/old.ts` was in the way.']);
  });

  it('reads the free summary of an agent', () => {
    const { files, tests, unread } = readImplementationReport(
      [
        'All done.',
        '',
        '## Files created',
        '- `a.ts` — reads a',
        '',
        '## Files modified',
        '- `b.ts`',
        '- `a.ts`: also this',
        '',
        '## Tests',
        '- `a.test.ts`',
        '',
      ].join('\n'),
    );
    expect(files.map(({ path, change }) => `${change} ${path}`)).toEqual(['created a.ts', 'modified b.ts']);
    expect(tests.map(({ path }) => path)).toEqual(['a.test.ts']);
    expect(unread).toEqual(['All done.']);
  });

  it('believes a text without sections only where it speaks of files', () => {
    const { files, unread } = readImplementationReport('- `a.ts` (new)\n- `b.ts` was hard\n- File: c.ts\n');
    expect(files.map(({ path }) => path)).toEqual(['a.ts', 'c.ts']);
    expect(unread).toEqual(['b.ts']);
  });

  it('reads sections of one name as one', () => {
    const { files, tests } = readImplementationReport(
      '## Files created\n- a.ts\n\n## Files created\n- b.ts\n\n## Tests\n- a.test.ts\n- all pass\n',
    );
    expect(files.map(({ path, change }) => `${change} ${path}`)).toEqual(['created a.ts', 'created b.ts']);
    expect(tests.map(({ text }) => text)).toEqual(['a.test.ts', 'all pass']);
  });

  it.each(['## Success criteria', '## Acceptance Criteria', '## 4. Integration Confirmation'])(
    'takes the marks below "%s" as confirmations',
    (heading) => {
      const read = readImplementationReport(
        `# Report\n\n## Tests\n\n- a.test.ts\n\n## Verification\n\n1. \`npm test\`\n2. Open it\n\n${heading}\n\n- [x] fast\n- [ ] small\n`,
      );
      expect(read.tests.map(({ path }) => path)).toEqual(['a.test.ts']);
      expect(read.verification).toEqual(['`npm test`', 'Open it']);
      expect([read.confirmations, read.unconfirmed]).toEqual([['fast'], ['small']]);
    },
  );

  it('leaves a section that nobody expects to itself', () => {
    const { verification, confirmations, unread } = readImplementationReport(
      '## Verification\n\n1. Open it\n\n## Notes\n\n- [x] told the others\n',
    );
    expect([verification, confirmations]).toEqual([['Open it'], []]);
    expect(unread).toEqual(['## Notes', '- [x] told the others']);
  });

  it.each(['Tests', 'Testing'])('reads "Tests" and "%s" of one report', (second) => {
    const { tests, verification } = readImplementationReport(
      `## Tests\n- a.test.ts\n\n## Verification\n1. run\n\n## ${second}\n- all pass\n\n## Verification\n- look\n`,
    );
    expect(tests.map(({ text }) => text)).toEqual(['a.test.ts', 'all pass']);
    expect(verification).toEqual(['run', 'look']);
  });

  it('finds nothing where there is nothing', () => {
    const nothing = {
      files: [],
      tests: [],
      verification: [],
      confirmations: [],
      unconfirmed: [],
      features: [],
      unread: [],
    };
    expect(readImplementationReport('')).toEqual(nothing);
    expect(readImplementationReport('Thanks!')).toEqual({ ...nothing, unread: ['Thanks!'] });
  });

  it('never throws', () => {
    const pieces = fc.constantFrom(
      ...report.split(/(?<=\n)/),
      '|',
      '`',
      '**',
      '- ',
      '  ',
      '(',
      ']',
      '\u0000',
      '\ud800',
      '\r\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
        readImplementationReport(parts.join(''));
      }),
    );
  });
});

const seeds = new URL('../../../../shared/seeds/', import.meta.url);

describe('the report among the seeds', () => {
  const there = existsSync(seeds);

  it.skipIf(!there)(there ? 'is read in full' : 'SKIPPED: ../shared/seeds is not there', () => {
    const name = readdirSync(seeds).find((file) => file.startsWith('002')) ?? '';
    const { files, tests, verification, confirmations, features, unread } = readImplementationReport(
      readFileSync(new URL(name, seeds), 'utf8'),
    );
    const changes = files.map(({ change }) => change);
    expect(changes.filter((change) => change === 'created')).toHaveLength(7);
    expect(changes.filter((change) => change === 'modified')).toHaveLength(2);
    expect(files).toHaveLength(9);
    expect(files.every(({ purpose, changes: list }) => purpose !== null && list.length > 0)).toBe(true);
    expect(tests.filter(({ path }) => path !== null)).toHaveLength(6);
    expect([verification.length, confirmations.length, features.length]).toEqual([3, 7, 5]);
    expect(unread).toHaveLength(3);
  });
});
