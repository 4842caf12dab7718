import { describe, expect, it } from 'vitest';
import { extractSections, planningSections } from '../index.js';

function textsOf(answer: string) {
  const { sections } = extractSections(answer, planningSections);
  return Object.fromEntries(
    Object.entries(sections).flatMap(([key, section]) => (section === null ? [] : [[key, section.text]])),
  );
}

const fenced = (name: string, body: string, fence: string) => `## ${name}\n\n${fence}\n${body}\n${fence}\n\n`;

describe('a body in a fence longer than any inside it', () => {
  it.each([
    [
      'a sibling and a fence that is never closed',
      '### 2. IMPLEMENTATION_TEMPLATE\n````\n## ANALYSIS_TEMPLATE',
    ],
    ['another name of a sibling above a fence that is never closed', 'Read.\n## Notes\n```'],
    ['the same above one that says it is prose', '## Notes\n```markdown\nRead.\nThink.'],
    ['its own heading in another form', '1. analysis template\n```\nRead.\nEXECUTION_NOTES\n````'],
    ['a blank first line', '\n## Notes\n````'],
    [
      'all the siblings',
      '## ANALYSIS_TEMPLATE\n```\na\n## IMPLEMENTATION_TEMPLATE\nb\n## EXECUTION_NOTES\nc',
    ],
    ['a heading as its last line', 'Read.\n````\n## EXECUTION_NOTES'],
  ])('is one body with %s inside', (_, body) => {
    const alone = fenced('ANALYSIS_TEMPLATE', body, '`````');
    expect(textsOf(alone)).toEqual({ analysis: body });
    expect(textsOf(`${alone}${fenced('EXECUTION_NOTES', 'Feature: x', '`````')}`)).toEqual({
      analysis: body,
      notes: 'Feature: x',
    });
  });

  it('is one body when the next heading stands right beneath its closing fence', () => {
    const analysis = '1. analysis template\n```\nRead.\n## IMPLEMENTATION_TEMPLATE\nb';
    const answer = `${fenced('ANALYSIS_TEMPLATE', analysis, '````').trimEnd()}\n${fenced('EXECUTION_NOTES', 'Feature: x', '````')}`;
    expect(textsOf(answer)).toEqual({ analysis, notes: 'Feature: x' });
  });

  it('does not hide an empty section behind it', () => {
    const analysis = '## ANALYSIS_TEMPLATE\n````\n';
    const answer = [
      fenced('ANALYSIS_TEMPLATE', analysis, '`````'),
      fenced('IMPLEMENTATION_TEMPLATE', '', '`````'),
      fenced('EXECUTION_NOTES', 'Feature: x', '`````'),
    ].join('');
    expect(textsOf(answer)).toEqual({ analysis, implementation: '', notes: 'Feature: x' });
  });
});

describe('a fence beneath a heading that does not surely enclose the body', () => {
  const rest = '1. what exists\n2. what is missing\n3. what may break';

  it('seals nothing up to the fence that opens the next body', () => {
    const answer = `## ANALYSIS_TEMPLATE\n\`\`\`\n${rest}\n\n## IMPLEMENTATION_TEMPLATE\n\`\`\`\n\n${rest}\n\`\`\`\n`;
    expect(textsOf(answer)).toEqual({ analysis: rest, implementation: `\n${rest}` });
  });

  it('seals nothing up to the fence that opens a body at which the answer breaks off', () => {
    const answer = `## ANALYSIS_TEMPLATE\n\`\`\`\n${rest}\n\n## IMPLEMENTATION_TEMPLATE\n\`\`\`\n${rest}`;
    expect(textsOf(answer)).toEqual({ analysis: rest, implementation: rest });
  });

  it.each([
    ['a code block', '```\nls\n```'],
    ['a code block that says so', '```sh\n\nls\n```'],
  ])('seals nothing up to %s in the next body', (_, block) => {
    const next = `Run this:\n\n${block}\n\n${rest}`;
    const answer = `## ANALYSIS_TEMPLATE\n\`\`\`\n${rest}\n\n## IMPLEMENTATION_TEMPLATE\n\n${next}\n`;
    expect(textsOf(answer)).toEqual({ analysis: rest, implementation: next });
  });

  it('seals nothing when it closes an example of the form', () => {
    const example = '```\n## ANALYSIS_TEMPLATE\n...\n## EXECUTION_NOTES\n```\n\nHere it is.\n\n';
    const body = `Run this:\n\n\`\`\`\n\nls\n\`\`\`\n\n${rest}`;
    const answer = `${example}## ANALYSIS_TEMPLATE\n\n${body}\n\n## EXECUTION_NOTES\n\n${rest}\n`;
    expect(textsOf(answer)).toEqual({ analysis: body, notes: rest });
  });

  it('keeps the code at the head of an unfenced body', () => {
    const list = Array.from({ length: 12 }, (_, index) => `${index + 1}. Risk`).join('\n');
    const notes = `\`\`\`yaml\nnotes:\n  - first\n\`\`\`\n\nFeature: x\n\nKey Risks:\n${list}`;
    expect(textsOf(`## ANALYSIS_TEMPLATE\n\n${rest}\n\n## EXECUTION_NOTES\n\n${notes}\n`)).toEqual({
      analysis: rest,
      notes,
    });
  });
});
