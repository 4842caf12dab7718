import { describe, expect, it } from 'vitest';
import { planningSections } from '../planning-sections.js';
import { editDistance } from './edit-distance.js';
import { ExpectedNames } from './expected-names.js';

const names = new ExpectedNames(planningSections);

describe('names of sections', () => {
  it.each([
    ['ANALYSIS_TEMPLATE', 0, 'canonical'],
    ['analysis template', 0, 'variant'],
    ['Analysis-Template', 0, 'variant'],
    ['AnalysisTemplate', 0, 'variant'],
    ['ANALYSIS_TEMPLATES', 0, 'near'],
    ['ANALYSIS_TEMPLTAE', 0, 'near'],
    ['TEMPLATE_ANALYSIS', 0, 'near'],
    ['The Analysis Template', 0, 'near'],
    ['EXECUTION_NOTES Section', 2, 'near'],
    ['Implementation Plan Template', 1, 'synonym'],
    ['notes', 2, 'synonym'],
  ] as const)('takes %s for section %i, %s', (text, key, match) => {
    expect(names.find(text)).toEqual({ key, match });
  });

  it.each(['Architecture Overview', 'Analysis', 'Template', 'Notices', 'ANALYSIS', 'x', '', '分析'])(
    'takes %s for none',
    (text) => {
      expect(names.find(text)).toBeNull();
    },
  );
});

describe('edit distance', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', 'abd', 1],
    ['abc', 'ab', 1],
    ['abcd', 'badc', 2],
  ])('of %j and %j is %i', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
  });

  it('above the limit is one more than the limit', () => {
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
    expect(editDistance('a', 'abcdef', 2)).toBe(3);
  });
});
