import { describe, expect, it } from 'vitest';
import { extractSections, planningSections } from '../index.js';

function textsOf(answer: string) {
  const { sections } = extractSections(answer, planningSections);
  return Object.values(sections).map((section) => section?.text);
}

describe('sections in tags', () => {
  it.each(['analysis_template', 'ANALYSIS_TEMPLATE', 'analysis-template', 'AnalysisTemplate'])(
    'reads <%s>',
    (tag) => {
      const answer = `Here.\n<${tag}>\nRead.\nThink.\n</${tag}>\n<execution_notes>\nFeature: x\n</execution_notes>\nDone.`;
      expect(textsOf(answer)).toEqual(['Read.\nThink.', undefined, 'Feature: x']);
    },
  );

  it('reads a body on the line of its tags', () => {
    expect(textsOf('<analysis_template>Read.</analysis_template>')).toEqual(['Read.', undefined, undefined]);
  });

  it('takes away the fence inside the tags', () => {
    const answer = '<analysis_template>\n```md\nRead.\n\n```sh\nls\n```\n```\n</analysis_template>';
    expect(textsOf(answer)[0]).toBe('Read.\n\n```sh\nls\n```');
  });

  it('passes over look-alike tags inside a body', () => {
    const body =
      'Answer so:\n<analysis_template>\n...\n</analysis_template>\n<execution_notes>\n...\n</execution_notes>\nEnd </analysis_template> with a tag.';
    const answer = `<analysis_template>\n${body}\n</analysis_template>\n\n<execution_notes>\nFeature: x\nComplexity: Low\nRisks: none\n</execution_notes>`;
    expect(textsOf(answer)).toEqual([body, undefined, 'Feature: x\nComplexity: Low\nRisks: none']);
  });

  it('flags a section whose tag is never closed', () => {
    const { sections } = extractSections('<analysis_template>\nRead.\nThi', planningSections);
    expect(sections.analysis).toMatchObject({ text: 'Read.\nThi', truncated: true, confidence: 'inferred' });
  });
});
