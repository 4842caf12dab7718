import { beforeAll, describe, expect, it } from 'vitest';
import { extractSections, planningSections } from '../../src/sections/index.js';
import { type Figures, figuresTable, measure, rightShare } from './figures.js';
import { generatePlanningAnswers } from './planning-answers.js';

describe('reading 5,000 labelled planning answers', () => {
  let figures: Figures;
  beforeAll(() => {
    const read = (text: string) => extractSections(text, planningSections).sections;
    figures = measure(generatePlanningAnswers(2026, 5_000), read);
  }, 60_000);

  it('gets at least 99.5 % of the sections right', () => {
    expect(rightShare(figures.all), figuresTable(figures)).toBeGreaterThanOrEqual(0.995);
  });

  it('gets at least 99 % right for each form', () => {
    const poor = [...figures.byForm].filter(([, tally]) => rightShare(tally) < 0.99).map(([form]) => form);
    expect(poor, figuresTable(figures)).toEqual([]);
  });

  it('calls nothing exact that is wrong', () => {
    const exact = figures.failures.filter(({ got }) => got?.confidence === 'exact');
    expect(exact.map(({ answer, key }) => `${answer.origin}: ${key}`)).toEqual([]);
  });

  it('places the start of a section in its heading', () => {
    const misplaced = figures.misplaced.map(({ answer, key }) => `${answer.origin}: ${key}`);
    expect(misplaced.length / figures.all.sections, misplaced.slice(0, 20).join('\n')).toBeLessThanOrEqual(
      0.005,
    );
  });
});
