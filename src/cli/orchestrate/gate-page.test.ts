import { describe, expect, it } from 'vitest';
import type { EvidenceView } from '../../operations/session/view-shapes.js';
import { memoryStreams } from '../streams.js';
import { renderEvidence } from './gate-page.js';

const verification: NonNullable<EvidenceView['verification']> = {
  command: ['npm', 'test'],
  end: 'exited',
  passed: false,
  exitCode: 1,
  durationMs: 1200,
  counts: null,
  output: 'still at it\n',
};

const shown = (change: Partial<typeof verification>) => {
  const evidence = {
    folder: '/shop',
    branch: null,
    base: null,
    files: [],
    verification: { ...verification, ...change },
  };
  return renderEvidence(evidence, memoryStreams().stdout);
};

describe('the tests of an implementation', () => {
  it('pass, or fail, when they came to their end', () => {
    expect(shown({ passed: true, exitCode: 0 })).toContain('Tests pass: npm test · exit code 0');
    expect(shown({})).toContain('Tests fail: npm test · exit code 1');
  });

  it('do neither when they were ended before, and it is said why', () => {
    const text = shown({ end: 'timed-out', exitCode: null });
    expect(text).toContain('Tests not finished: npm test · took too long');
    expect(text).toContain('still at it');
    expect(text).not.toContain('Tests fail');
  });
});
