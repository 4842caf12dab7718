import { describe, expect, it } from 'vitest';
import { extractSections, planningSections } from '../index.js';

const texts = {
  ANALYSIS_TEMPLATE: '# Role\n\n## Notes\n"quoted" ä',
  implementation_template: 'Do it.',
  'execution-notes': 'Feature: x',
};

function read(answer: string) {
  return extractSections(answer, planningSections);
}

describe('an answer that is one JSON object', () => {
  it.each([
    ['bare', JSON.stringify(texts)],
    ['indented', JSON.stringify(texts, null, 2)],
    [
      'in a fence, with talk around it',
      `Here:\n\n\`\`\`json\n${JSON.stringify(texts, null, 2)}\n\`\`\`\n\nLet me know.`,
    ],
    ['in a sentence', `It is {"nothing"} but ${JSON.stringify(texts)}.`],
    ['inside another object', JSON.stringify({ meta: { notes: 1 }, result: texts })],
  ])('is read %s', (_, answer) => {
    const { sections, report } = read(answer);
    expect(sections.analysis).toMatchObject({
      text: texts.ANALYSIS_TEMPLATE,
      form: 'json',
      truncated: false,
    });
    expect(sections.implementation?.text).toBe('Do it.');
    expect(sections.notes?.text).toBe('Feature: x');
    expect(report.missing).toEqual([]);
  });

  it('gives a value that is no string as it stands', () => {
    const { notes } = read('{"analysis_template": "a", "execution_notes": {"risks": ["b"]}}').sections;
    expect(notes?.text).toBe('{"risks": ["b"]}');
  });

  it('takes ranges from the key to the value', () => {
    const answer = '{ "analysis_template": "a\\nb", "execution_notes": "c" }';
    const section = read(answer).sections.analysis;
    expect(answer.slice(section?.start, section?.end)).toBe('"analysis_template": "a\\nb"');
    expect(answer.slice(section?.bodyStart, section?.bodyEnd)).toBe('a\\nb');
  });

  it('takes away an outer fence inside a string', () => {
    const answer = JSON.stringify({ analysis_template: '```md\nfirst\nsecond\n```', execution_notes: 'x' });
    expect(read(answer).sections.analysis?.text).toBe('first\nsecond');
  });

  it('reads on where a line break or a quotation mark is not escaped', () => {
    const { sections } = read('{"analysis_template": "say "yes"\nthen stop", "execution_notes": "x"}');
    expect(sections.analysis).toMatchObject({ text: 'say "yes"\nthen stop', confidence: 'inferred' });
    expect(sections.notes?.text).toBe('x');
  });

  it.each([
    ['{"analysis_template": "a", "execution_notes": "Feature: x\\nRisks', 'Feature: x\nRisks'],
    ['{"analysis_template": "a", "execution_notes": "Feature: x\\', 'Feature: x'],
    ['{"analysis_template": "a", "execution_notes": "Feature: x\\u00', 'Feature: x'],
  ])('flags what breaks off: %s', (answer, text) => {
    const { sections, report } = read(answer);
    expect(sections.notes).toMatchObject({ text, truncated: true });
    expect(report).toMatchObject({ missing: ['implementation'], truncated: ['notes'] });
  });

  it('is no answer where it is an example inside a section', () => {
    const body = `Answer so:\n\n\`\`\`json\n${JSON.stringify(texts, null, 2)}\n\`\`\`\n\nNothing else.`;
    const { sections, report } = read(`## ANALYSIS_TEMPLATE\n\n${body}`);
    expect(sections.analysis?.text).toBe(body);
    expect(report.missing).toEqual(['implementation', 'notes']);
  });
});
