import { describe, expect, it } from 'vitest';
import { exampleText } from '../../../test/cli/harness.js';
import { shapeOf } from './answer-shape.js';

const underHeadings = (...names: readonly string[]) =>
  names.map((name, index) => `## ${index + 1}. ${name}\n\nA paragraph about it.\n`).join('\n');

describe('the shape of an answer', () => {
  it.each([
    ['planning-answer.md', 'process'],
    ['analysis.md', 'save-analysis'],
    ['report.md', 'complete'],
    ['request.md', null],
  ])('%s: %s', (example, step) => {
    expect(shapeOf(exampleText(example))).toBe(step);
  });

  it.each([
    ['process', ['ANALYSIS_TEMPLATE', 'EXECUTION_NOTES']],
    ['save-analysis', ['Architecture Overview', 'Code Conventions', 'Testing Strategy']],
    ['complete', ['Code Changes Documentation', 'Test Implementation', 'Verification Steps']],
  ] as const)('of %s shows in most of its headings', (step, names) => {
    expect(shapeOf(underHeadings(...names))).toBe(step);
  });

  it.each([
    ['too few headings', underHeadings('Architecture Overview', 'Code Conventions')],
    [
      'as many of one kind as of another',
      underHeadings(
        'Architecture Overview',
        'Code Conventions',
        'Testing Strategy',
        'Code Changes Documentation',
        'Test Implementation',
        'Verification Steps',
      ),
    ],
    ['other headings', underHeadings('Summary', 'Files', 'Open questions')],
    ['prose', 'I read the code. The architecture overview is in the README.'],
    ['nothing', ''],
  ])('cannot be told from %s', (_, text) => {
    expect(shapeOf(text)).toBeNull();
  });

  it('of a planning answer is not that of the deliverables which its templates ask for', () => {
    const analysis = underHeadings('Architecture Overview', 'Code Conventions', 'Testing Strategy');
    const answer = `### 1. ANALYSIS_TEMPLATE\n\n\`\`\`\`markdown\n${analysis}\`\`\`\`\n\n### 2. IMPLEMENTATION_TEMPLATE\n\n\`\`\`\`markdown\nDo it.\n\`\`\`\`\n\n### 3. EXECUTION_NOTES\n\nFeature: login\n`;
    expect(shapeOf(answer)).toBe('process');
  });
});
