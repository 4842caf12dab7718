import { describe, expect, it } from 'vitest';
import { extractSections, planningSections, type SectionForm } from './index.js';

const analysis =
  '# Role: Analyst\n\nRead the code.\nThen list:\n\n1. what exists\n2. what is missing\n3. what may break';
const implementation =
  '## Mission\n\nWrite the code.\n\n- keep to the conventions\n- write tests\n- say what changed';
const notes = 'Feature: Search\nComplexity: Medium-High\n\nKey Risks:\n1. Slow queries\n2. Stale index';

/** An answer whose headings are written by `heading`, with plain bodies. */
function answerWith(heading: (name: string, number: number) => string): string {
  const bodies = {
    ANALYSIS_TEMPLATE: analysis,
    IMPLEMENTATION_TEMPLATE: implementation,
    EXECUTION_NOTES: notes,
  };
  return Object.entries(bodies)
    .map(([name, body], index) => `${heading(name, index + 1)}\n\n${body}\n`)
    .join('\n');
}

function textsOf(answer: string) {
  const { sections } = extractSections(answer, planningSections);
  return {
    analysis: sections.analysis?.text,
    implementation: sections.implementation?.text,
    notes: sections.notes?.text,
  };
}

const whole = { analysis, implementation, notes };

describe('the forms of a heading', () => {
  const spaced = (name: string) => name.replace('_', ' ');
  const forms: readonly [string, SectionForm, (name: string, number: number) => string][] = [
    ['# Name', 'heading', (name) => `# ${name}`],
    ['### 1. Name', 'heading', (name, number) => `### ${number}. ${name}`],
    ['###### Name:', 'heading', (name) => `###### ${name}:`],
    ['##Name', 'heading', (name) => `##${name}`],
    ['## Name ##', 'heading', (name) => `## ${name} ##`],
    ['## `Name`', 'heading', (name) => `## \`${name}\``],
    ['## **1. Name**', 'heading', (name, number) => `## **${number}. ${name}**`],
    ['## Name — remark', 'heading', (name) => `## ${name} — for the next phase`],
    ['## emoji Name', 'heading', (name) => `## 📋 ${name}`],
    ['## Section 1: Name', 'heading', (name, number) => `## Section ${number}: ${name}`],
    ['## Part 2 - Name', 'heading', (name, number) => `## Part ${number} - ${name}`],
    ['Name over ===', 'setext', (name) => `${name}\n=====`],
    ['1. Name over ---', 'setext', (name, number) => `${number}. ${name}\n---`],
    ['**Name**', 'bold', (name) => `**${name}**`],
    ['**1. Name:**', 'bold', (name, number) => `**${number}. ${name}:**`],
    ['**1.** Name', 'bold', (name, number) => `**${number}.** ${spaced(name)}`],
    ['__Name__', 'bold', (name) => `__${name}__`],
    ['1. **Name**', 'bold', (name, number) => `${number}. **${name}**`],
    ['Name', 'plain', (name) => name],
    ['Name:', 'plain', (name) => `${name}:`],
    ['2. Name', 'plain', (name, number) => `${number}. ${name}`],
    ['2) Name:', 'plain', (name, number) => `${number}) ${name}:`],
    ['[Name]', 'plain', (name) => `[${name}]`],
    ['=== Name ===', 'plain', (name) => `=== ${name} ===`],
    ['● Name', 'bullet', (name) => `● ${name}`],
    ['⏺ Name', 'bullet', (name) => `⏺ ${name}`],
    ['• Name', 'bullet', (name) => `• ${name}`],
    ['⏺ ### 1. Name', 'heading', (name, number) => `⏺ ### ${number}. ${name}`],
  ];

  it.each(forms)('reads %s', (_, form, heading) => {
    const answer = answerWith(heading);
    expect(textsOf(answer)).toEqual(whole);
    const { sections } = extractSections(answer, planningSections);
    expect(Object.values(sections).map((section) => section?.form)).toEqual([form, form, form]);
  });

  it.each([
    ['lower case', (name: string) => `## ${name.toLowerCase()}`],
    ['spaces', (name: string) => `## ${spaced(name)}`],
    ['hyphens', (name: string) => `## ${name.replace('_', '-')}`],
    ['one word', (name: string) => `## ${name.replace('_', '')}`],
    ['an escaped underscore', (name: string) => `## ${name.replace('_', '\\_')}`],
    ['a letter too many', (name: string) => `## ${name}S`],
    ['letters swapped', (name: string) => `## ${name.replace('TE', 'ET')}`],
    ['a wrong number', (name: string) => `## 7. ${name}`],
  ])('reads names with %s', (_, heading) => {
    expect(textsOf(answerWith(heading))).toEqual(whole);
  });

  it('reads other names in the form of the siblings', () => {
    const names = ['Analysis Prompt', 'Implementation Plan Template', 'Notes'];
    expect(textsOf(answerWith((_, number) => `## ${names[number - 1]}`))).toEqual(whole);
  });
});

describe('where a body ends', () => {
  const heading = (name: string) => `## ${name}\n\n`;

  it.each(['`````', '~~~', '```'])('takes away an outer fence of %s', (fence) => {
    const fenced = (body: string) => `${fence}markdown\n${body}\n${fence}\n\n`;
    const answer =
      heading('ANALYSIS_TEMPLATE') +
      fenced(analysis) +
      heading('IMPLEMENTATION_TEMPLATE') +
      fenced(implementation) +
      heading('EXECUTION_NOTES') +
      fenced(notes);
    expect(textsOf(`Here you are.\n\n${answer}Let me know!`)).toEqual(whole);
  });

  it('keeps fences of the same length inside a fence, tagged or not, closed or not', () => {
    const body = `${analysis}\n\n\`\`\`python\nprint(1)\n\`\`\`\n\nAlso:\n\n\`\`\`\nplain\n\`\`\`\n\n1. Migrate:\n   \`\`\`sql\n   select 1;\n\nDone.`;
    const answer = `${heading('ANALYSIS_TEMPLATE')}\`\`\`markdown\n${body}\n\`\`\`\n\n${heading('IMPLEMENTATION_TEMPLATE')}\`\`\`markdown\n${implementation}\n\`\`\`\n\n${heading('EXECUTION_NOTES')}${notes}\n`;
    expect(textsOf(answer)).toEqual({ ...whole, analysis: body });
  });

  it('ends a body at its sibling although its outer fence is never closed', () => {
    const answer = `${heading('ANALYSIS_TEMPLATE')}\`\`\`\n${analysis}\n\n${heading('IMPLEMENTATION_TEMPLATE')}${implementation}\n\n${heading('EXECUTION_NOTES')}${notes}\n`;
    expect(textsOf(answer)).toEqual(whole);
  });

  it('does not end at list items, other headings, mentions and an example of the form', () => {
    const body = [
      '# Role: Engineer',
      '### 1. Architecture Overview',
      'The answer has ANALYSIS_TEMPLATE, IMPLEMENTATION_TEMPLATE and EXECUTION_NOTES.',
      '- ANALYSIS_TEMPLATE: a prompt',
      '- EXECUTION_NOTES: a list',
      '2. Second item',
      'Answer in this form:',
      '',
      '```',
      '## ANALYSIS_TEMPLATE',
      '...',
      '## EXECUTION_NOTES',
      '...',
      '```',
      '#### Notes',
      'Be brief.',
    ].join('\n');
    const answer = `${heading('ANALYSIS_TEMPLATE')}${body}\n\n${heading('IMPLEMENTATION_TEMPLATE')}${body}\n\n${heading('EXECUTION_NOTES')}${notes}`;
    expect(textsOf(answer)).toEqual({ analysis: body, implementation: body, notes });
  });

  it('takes rules and talk between and after the sections for left-over', () => {
    const answer = `Sure!\n\n${heading('ANALYSIS_TEMPLATE')}${analysis}\n\n---\n\n${heading('IMPLEMENTATION_TEMPLATE')}${implementation}\n\n---\n\n${heading('EXECUTION_NOTES')}${notes}\n\n---\n\nWould you like me to go on?`;
    expect(textsOf(answer)).toEqual(whole);
    const { leftOver } = extractSections(answer, planningSections).report;
    expect(leftOver.filter(({ kind }) => kind !== 'blank').map(({ kind }) => kind)).toEqual([
      'before',
      'between',
      'between',
      'after',
    ]);
  });

  it('passes over a list of names before the sections', () => {
    const list = '1. ANALYSIS_TEMPLATE\n2. IMPLEMENTATION_TEMPLATE\n3. EXECUTION_NOTES\n\n';
    expect(textsOf(list + answerWith((name) => `## ${name}`))).toEqual(whole);
    expect(textsOf(list + answerWith((name, number) => `${number}. ${name}`))).toEqual(whole);
  });
});

describe('the whole answer', () => {
  it('may stand in one fence, closed or not', () => {
    const answer = answerWith((name, number) => `### ${number}. ${name}`);
    expect(textsOf(`\`\`\`markdown\n${answer}\`\`\``)).toEqual(whole);
    expect(textsOf(`\`\`\`markdown\n${answer}`)).toEqual(whole);
  });

  it('may be indented, except for its first line', () => {
    const answer = answerWith((name) => `## ${name}`);
    const indented = answer.replace(/^(?=.)/gm, '  ');
    expect(textsOf(indented)).toEqual(whole);
    expect(textsOf(indented.trimStart())).toEqual(whole);
    expect(textsOf(`⏺ ${indented.trimStart()}`)).toEqual(whole);
  });

  it('may be interrupted by a terminal agent', () => {
    const tools =
      '● Update Todos\n  ⎿  ☒ Read the code\n     ☐ Write the plan\n\n✻ Pondering… (12s · esc to interrupt)\n\n';
    const answer = answerWith((name) => `## ${name}`)
      .replace('- keep to', `${tools}- keep to`)
      .replace('## EXEC', `${tools}## EXEC`);
    expect(textsOf(answer)).toEqual(whole);
    const { leftOver } = extractSections(answer, planningSections).report;
    expect(leftOver.some(({ kind, start }) => kind === 'agent' && answer.startsWith('● Update', start))).toBe(
      true,
    );
  });

  it('may have any line endings, a byte order mark, and characters that are rarely seen', () => {
    const odd = `${analysis}\n\u0000 \u00a0 \u2028 \ud800 end`;
    const answer = `\ufeff## ANALYSIS_TEMPLATE\u00a0\n\n${odd}\n\n## IMPLEMENTATION_TEMPLATE\n\n${implementation}\n\n## EXECUTION_NOTES\n\n${notes}`;
    expect(textsOf(answer)).toEqual({ ...whole, analysis: odd });
    const crlf = answer.replaceAll('\n', '\r\n');
    expect(textsOf(crlf).analysis).toBe(odd.replaceAll('\n', '\r\n'));
  });

  it('may be in another order, and repeat or lack a section', () => {
    const answer = `## EXECUTION_NOTES\n\n${notes}\n\n## ANALYSIS_TEMPLATE\n\n${analysis}\n\n## EXECUTION_NOTES\n\nother\nnotes\nhere\n`;
    const { sections, report } = extractSections(answer, planningSections);
    expect(sections.notes?.text).toBe(notes);
    expect(sections.analysis?.text).toBe(analysis);
    expect(sections.implementation).toBeNull();
    expect(report.missing).toEqual(['implementation']);
    expect(report.duplicates).toEqual([
      { key: 'notes', start: answer.lastIndexOf('## EXEC'), end: answer.trimEnd().length },
    ]);
  });

  it('may have no section at all', () => {
    const { sections, report } = extractSections('I cannot do that.\n\nNotes: none.', planningSections);
    expect(sections).toEqual({ analysis: null, implementation: null, notes: null });
    expect(report.leftOver).toEqual([{ start: 0, end: 31, kind: 'before' }]);
  });
});

describe('ways of setting a section off', () => {
  const bodies = Object.entries({
    ANALYSIS_TEMPLATE: analysis,
    IMPLEMENTATION_TEMPLATE: implementation,
    EXECUTION_NOTES: notes,
  });
  const fenced = (text: string) => `\`\`\`markdown\n${text}\n\`\`\``;

  it.each([
    [
      'a fence around each heading and body',
      (name: string, body: string) => `${fenced(`## ${name}\n\n${body}`)}\n\n`,
    ],
    [
      'a line of talk before each fence',
      (name: string, body: string) => `## ${name}\n\nThis is for you:\n\n${fenced(body)}\n\n`,
    ],
    ['no blank line anywhere', (name: string, body: string) => `## ${name}\n${fenced(body)}\n`],
    [
      'markers at its start and its end',
      (name: string, body: string) => `=== ${name} ===\n${body}\n=== END ${name} ===\n\n`,
    ],
    [
      'an item of a list',
      (name: string, body: string) => `1. **${name}**\n\n   ${fenced(body).replaceAll('\n', '\n   ')}\n\n`,
    ],
    [
      'a bold name with a remark',
      (name: string, body: string) => `**${name}**: for later\n\n${fenced(body)}\n\n`,
    ],
  ])('reads %s', (_, section) => {
    const answer = `Sure.\n\n${bodies.map(([name, body]) => section(name, body)).join('')}`;
    expect(textsOf(answer)).toEqual(whole);
  });
});

describe('an answer that breaks off', () => {
  const start = `## ANALYSIS_TEMPLATE\n\n\`\`\`md\n${analysis}\n\`\`\`\n\n`;

  it('flags the section whose fence is open', () => {
    const { sections, report } = extractSections(
      `${start}## IMPLEMENTATION_TEMPLATE\n\n\`\`\`md\n${implementation.slice(0, 40)}`,
      planningSections,
    );
    expect(report).toMatchObject({ missing: ['notes'], truncated: ['implementation'] });
    expect(sections.analysis).toMatchObject({ truncated: false });
    expect(sections.implementation).toMatchObject({ truncated: true, text: implementation.slice(0, 40) });
  });

  it('flags an unfenced last section when later ones are missing', () => {
    const { report } = extractSections(
      `${start}## IMPLEMENTATION_TEMPLATE\n\nWrite the co`,
      planningSections,
    );
    expect(report).toMatchObject({ missing: ['notes'], truncated: ['implementation'] });
  });

  it('does not take an example inside the broken section for the answer', () => {
    const answer = `## ANALYSIS_TEMPLATE\n\n\`\`\`md\n${analysis}\n\nAnswer so:\n\n\`\`\`\n## ANALYSIS_TEMPLATE\n...\n## IMPLEMENTATION_TEMPLATE\n...\n## EXECUTION_NOTES\n...\n\`\`\`\n\nAnd th`;
    expect(extractSections(answer, planningSections).report.missing).toEqual(['implementation', 'notes']);
  });
});

describe('confidence', () => {
  it('is exact where nothing is in doubt', () => {
    const answer = `### 1. ANALYSIS_TEMPLATE\n\n\`\`\`\`markdown\n${analysis}\n\`\`\`\`\n\n### 2. IMPLEMENTATION_TEMPLATE\n\n\`\`\`\`markdown\n${implementation}\n\`\`\`\`\n\n### 3. EXECUTION_NOTES\n\n${notes}\n`;
    const { sections } = extractSections(answer, planningSections);
    expect(Object.values(sections).map((section) => [section?.confidence, section?.reason])).toEqual([
      ['exact', null],
      ['exact', null],
      ['exact', null],
    ]);
  });

  it('is inferred, with the reason, where a name is written otherwise', () => {
    const { sections } = extractSections(
      answerWith((name) => `## ${name.toLowerCase()}`),
      planningSections,
    );
    expect(sections.notes).toMatchObject({ confidence: 'inferred', reason: expect.stringContaining('name') });
  });
});

describe('ranges', () => {
  it('run from the heading to the end of what closes the body', () => {
    const answer = `Talk.\n\n## EXECUTION_NOTES\n\n\`\`\`yaml\n${notes}\n\`\`\`\n\nMore talk.\n`;
    const section = extractSections(answer, planningSections).sections.notes;
    expect(answer.slice(section?.start, section?.end)).toBe(
      `## EXECUTION_NOTES\n\n\`\`\`yaml\n${notes}\n\`\`\``,
    );
    expect(answer.slice(section?.bodyStart, section?.bodyEnd)).toBe(notes);
  });
});

describe('any list of expected sections', () => {
  it('finds sections of other names, the keys kept', () => {
    const expected = [
      { key: 'why', name: 'Rationale' },
      { key: 'how', name: 'Lösungsweg', synonyms: ['Weg'] },
    ] as const;
    const { sections } = extractSections('## Rationale\n\nBecause.\n\n## Lösungsweg\n\nSo.\n', expected);
    expect(sections.why?.text).toBe('Because.');
    expect(sections.how?.text).toBe('So.');
  });

  it('finds nothing when nothing is expected', () => {
    expect(extractSections('## Rationale', [])).toMatchObject({ sections: {}, report: { missing: [] } });
  });
});
