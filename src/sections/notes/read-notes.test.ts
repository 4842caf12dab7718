import { describe, expect, it } from 'vitest';
import { readNotes } from './read-notes.js';

const item = (text: string, title: string | null = null) => ({ title, text, items: [] });
const hours = (minHours: number | null, maxHours: number | null = minHours) => ({ minHours, maxHours });

describe('notes of plain lines', () => {
  const notes = readNotes(
    [
      'Feature: Saved searches',
      '  Complexity: Medium-High',
      '  Estimated Time: 10-13 hours',
      '  - Analysis: 2 hours (reading the query builder)',
      '  - Testing: 3-4 h',
      '    - Fixtures: 90 minutes',
      '',
      '  Key Risks:',
      '  1. Stale results: an index may lag behind',
      '    - Mitigation: refresh on save',
      '    - Show the age of a result',
      '  2. **Lost filters**',
      '     - Risk: old filters may not parse',
      '     - Mitigation: keep the old parser',
      '',
      '  Key Files to Focus On:',
      '  - src/search/query.ts - the builder',
      '  - src/search/ (all readers)',
      '',
      '  Rollback Plan:',
      '  1. Switch: turn the flag off',
      '',
      '  Success Criteria:',
      '  - [ ] A saved search opens',
      '',
      '  Open Questions:',
      '  - Who may share?',
    ].join('\n'),
  );

  it('gives the single values', () => {
    expect(notes.feature).toBe('Saved searches');
    expect(notes.complexity).toEqual({ text: 'Medium-High', min: 'Medium', max: 'High', note: null });
  });

  it('gives the phases with their parts, and does not take one for the testing strategy', () => {
    const fixtures = { name: 'Fixtures', text: '90 minutes', ...hours(1.5), items: [] };
    expect(notes.timeEstimate).toEqual({
      text: '10-13 hours',
      ...hours(10, 13),
      phases: [
        { name: 'Analysis', text: '2 hours (reading the query builder)', ...hours(2), items: [] },
        { name: 'Testing', text: '3-4 h', ...hours(3, 4), items: [fixtures] },
      ],
    });
    expect(notes.testing).toEqual([]);
  });

  it('gives the risks of both layouts', () => {
    expect(notes.risks).toEqual([
      {
        risk: 'Stale results',
        description: 'an index may lag behind',
        mitigations: ['refresh on save', 'Show the age of a result'],
      },
      {
        risk: 'Lost filters',
        description: 'old filters may not parse',
        mitigations: ['keep the old parser'],
      },
    ]);
  });

  it('gives the files and the lists', () => {
    expect(notes.keyFiles).toEqual([
      { path: 'src/search/query.ts', lines: null, note: 'the builder' },
      { path: 'src/search/', lines: null, note: 'all readers' },
    ]);
    expect(notes.rollback).toEqual([item('turn the flag off', 'Switch')]);
    expect(notes.successCriteria).toEqual([item('A saved search opens')]);
  });

  it('keeps a field of another name', () => {
    expect(notes.other).toEqual([{ title: 'Open Questions', text: '- Who may share?' }]);
    expect(notes.unread).toEqual([]);
  });
});

describe('the titles of fields', () => {
  const layouts = {
    headings:
      '## Complexity\n\nHigh\n\n## Key Risks & Mitigations\n\n- drift (mitigation: a copy)\n\n## Testing\n\n- unit',
    'numbered headings':
      '### 1. Complexity: High\n### 2. Risks\n* drift (mitigation: a copy)\n### 3. Test Plan\n* unit',
    bold: '**Complexity:** High\n**Key Risks**\n- drift (mitigation: a copy)\n**Testing Strategy:**\n- unit',
    items:
      '- **Complexity:** High\n- **Key Risks:**\n  - drift (mitigation: a copy)\n- **Testing strategy**:\n  - unit',
    numbers:
      '1. Complexity: High\n2. Key Risks:\n   - drift (mitigation: a copy)\n3. Testing Strategy:\n   - unit',
    'an overview':
      '# Overview\n- Complexity - high\n\nKey Risks\n\n- drift (mitigation: a copy)\n\nTesting\n\n- unit',
    'CRLF and tabs':
      'COMPLEXITY: High\r\nKEY RISKS:\r\n\t- drift (mitigation: a copy)\r\nTESTING:\r\n\t- unit\r\n',
  };
  it.each(Object.entries(layouts))('are known as %s', (_, text) => {
    const notes = readNotes(text);
    expect(notes.complexity?.text).toBe('High');
    expect(notes.risks).toEqual([{ risk: 'drift', description: null, mitigations: ['a copy'] }]);
    expect(notes.testing).toEqual([item('unit')]);
  });

  it('are not taken from the items of a list', () => {
    const notes = readNotes('Integration Points:\n- Testing: the runner\n- Security: the gate');
    expect(notes.integrationPoints).toEqual([item('the runner', 'Testing'), item('the gate', 'Security')]);
    expect([...notes.testing, ...notes.security]).toEqual([]);
  });

  it('of other names keep their text as written', () => {
    const { other } = readNotes(
      '## Complexity\nLow\n\n## Rollout\nDark first.\n\n- one team\n  - then all\n',
    );
    expect(other).toEqual([{ title: 'Rollout', text: 'Dark first.\n\n- one team\n  - then all' }]);
  });

  it('count once for a single value; the next one is kept', () => {
    const notes = readNotes('Complexity: Low\nComplexity: High');
    expect(notes.complexity?.text).toBe('Low');
    expect(notes.other).toEqual([{ title: 'Complexity', text: 'High' }]);
  });

  it('of other names are fields where they look like the others', () => {
    const { other } = readNotes(
      '- Complexity: Low\n- Team: two people\n- Key Risks:\n  - none\n- Budget: small',
    );
    expect(other).toEqual([
      { title: 'Team', text: 'two people' },
      { title: 'Budget', text: 'small' },
    ]);
  });
});

describe('risks', () => {
  const risksOf = (...lines: string[]) => readNotes(['Key Risks:', ...lines].join('\n')).risks;

  it('are read from a table', () => {
    const rows = [
      '| Risk | Impact | Mitigation |',
      '|---|:-:|---|',
      '| Drift | High | copy first<br>alert |',
    ];
    expect(risksOf(...rows)).toEqual([
      { risk: 'Drift', description: 'Impact: High', mitigations: ['copy first', 'alert'] },
    ]);
  });

  it('are read with their mitigation on the same line', () => {
    expect(
      risksOf('- Lockout — a bypass for admins', '- Skew. Mitigation: the clock of the database'),
    ).toEqual([
      { risk: 'Lockout', description: null, mitigations: ['a bypass for admins'] },
      { risk: 'Skew.', description: null, mitigations: ['the clock of the database'] },
    ]);
  });

  it('are read from a flat list', () => {
    expect(
      risksOf('- Risk: slow', '- Impact: High', '- Mitigation: cache', '- Risk: lost', '- Mitigation: save'),
    ).toEqual([
      { risk: 'slow', description: 'Impact: High', mitigations: ['cache'] },
      { risk: 'lost', description: null, mitigations: ['save'] },
    ]);
  });

  it('are read below the titles of groups, which are kept', () => {
    const notes = readNotes(
      '## Risks\n**Technical**\n1. drift\n   - Mitigation: a copy\n**Human**\n1. doubt\n   - Mitigation: a guide',
    );
    expect(notes.risks.map(({ risk }) => risk)).toEqual(['drift', 'doubt']);
    expect(notes.unread).toEqual(['Technical', 'Human']);
  });

  it('are read below headings of their own', () => {
    const notes = readNotes(
      '## Key Risks\n### 1. Drift\n- rows may clash\n- Mitigation: a copy\n- a second look\n### 2. Load\nslow',
    );
    expect(notes.risks).toEqual([
      { risk: 'Drift', description: 'rows may clash', mitigations: ['a copy', 'a second look'] },
      { risk: 'Load', description: 'slow', mitigations: [] },
    ]);
  });

  it('have the unlabelled lines below them as mitigations when the title says so', () => {
    const { risks } = readNotes('Risks and Mitigations:\n1. Drift\n   - a copy\n   - an alert');
    expect(risks).toEqual([{ risk: 'Drift', description: null, mitigations: ['a copy', 'an alert'] }]);
  });

  it('keep a dash that lost its indentation with the number above it', () => {
    expect(risksOf('1. Drift', '- Mitigation: a copy', '- and an alert', '2. Load')).toEqual([
      { risk: 'Drift', description: null, mitigations: ['a copy', 'and an alert'] },
      { risk: 'Load', description: null, mitigations: [] },
    ]);
  });

  it('are put together again where a terminal broke the line', () => {
    expect(
      risksOf('1. Large payloads: they may exceed', '  what the queue takes', '   Mitigation: split'),
    ).toEqual([
      { risk: 'Large payloads', description: 'they may exceed what the queue takes', mitigations: ['split'] },
    ]);
  });
});

describe('key files', () => {
  const filesOf = (...lines: string[]) => readNotes(['Key Files:', ...lines].join('\n')).keyFiles;
  const file = (path: string, note: string | null, lines: string | null = null) => ({ path, lines, note });

  it.each([
    ['`src/a.ts`: the gate', file('src/a.ts', 'the gate')],
    ['**src/a.ts** - the gate', file('src/a.ts', 'the gate')],
    ['src/a.ts — the gate', file('src/a.ts', 'the gate')],
    ['src/a.ts (the gate)', file('src/a.ts', 'the gate')],
    ['[src/a.ts](src/a.ts): the gate', file('src/a.ts', 'the gate')],
    ['src/a.ts:27-39 - the gate', file('src/a.ts', 'the gate', '27-39')],
    ['src/a.ts#L27-L39', file('src/a.ts', null, '27-39')],
    ['src/a.ts (lines 27–39)', file('src/a.ts', null, '27-39')],
    ['package.json', file('package.json', null)],
    ['.env.example - defaults', file('.env.example', 'defaults')],
    ['Dockerfile: the image', file('Dockerfile', 'the image')],
  ])('reads %s', (line, expected) => {
    expect(filesOf(`- ${line}`)).toEqual([expected]);
  });

  it('reads several on a line, a table, and remarks below a file', () => {
    expect(filesOf('- src/a.ts, src/b.ts - both gates')).toEqual([
      file('src/a.ts', 'both gates'),
      file('src/b.ts', 'both gates'),
    ]);
    expect(filesOf('| File | Why |', '|---|---|', '| `src/a.ts` | the gate |')).toEqual([
      file('src/a.ts', 'the gate'),
    ]);
    expect(filesOf('- src/a.ts', '  - the gate', '  - its key')).toEqual([
      file('src/a.ts', 'the gate\nits key'),
    ]);
  });

  it('leaves what is no path unread', () => {
    const notes = readNotes('Key Files:\n- N/A\n- the settings and their defaults\n- Backend:\n  - src/a.ts');
    expect(notes.keyFiles).toEqual([file('src/a.ts', null)]);
    expect(notes.unread).toEqual(['N/A', 'the settings and their defaults', 'Backend:']);
  });
});

describe('time estimates', () => {
  it('are read below their title, with phases of several forms', () => {
    const notes = readNotes(
      '### Time Estimate\n\n5-6 hours\n\n- Analysis (2 h)\n- 3 hours: Build\n- Phase 3: Ship - 1 h\n- some slack',
    );
    expect(notes.timeEstimate?.text).toBe('5-6 hours');
    expect(notes.timeEstimate?.phases.map(({ name, text, maxHours }) => [name, text, maxHours])).toEqual([
      ['Analysis', '2 h', 2],
      ['Build', '3 hours', 3],
      ['Phase 3: Ship', '1 h', 1],
    ]);
    expect(notes.unread).toEqual(['some slack']);
  });

  it('take the total from an item, and leave it open when there is none', () => {
    expect(readNotes('Time Estimate:\n- Build: 3 h\n- Total: 4 h').timeEstimate?.maxHours).toBe(4);
    expect(readNotes('Time Estimate:\n- Build: 3 h').timeEstimate).toMatchObject({
      text: null,
      ...hours(null),
    });
  });

  it('are read from a table', () => {
    const { timeEstimate } = readNotes('Estimate: 4 days\n| Phase | Hours |\n|---|---|\n| Build | 3 h |');
    expect(timeEstimate).toMatchObject({
      text: '4 days',
      ...hours(null),
      phases: [{ name: 'Build', ...hours(3) }],
    });
  });
});

describe('notes as a JSON object', () => {
  const object = {
    feature: 'Saved searches',
    complexity: { level: 'medium-high', reason: 'two stores' },
    time_estimate: {
      text: '10-13 hours',
      min_hours: 10,
      max_hours: 13,
      phases: [{ name: 'Analysis', min_hours: 2, max_hours: 3 }],
    },
    key_risks: [
      { risk: 'Drift', description: 'rows clash', mitigations: ['a copy', 'an alert'] },
      { risk: 'Load', mitigation: 'cache' },
    ],
    key_files: [{ path: 'src/a.ts', note: 'the gate' }, 'src/b.ts - the key'],
    testing_strategy: { unit: 'each reader', end_to_end: 'one path' },
    rollback_plan: 'turn the flag off',
    owner: { name: 'Kim' },
  };

  it.each([
    ['bare', JSON.stringify(object)],
    ['fenced', `\`\`\`json\n${JSON.stringify(object, null, 2)}\n\`\`\``],
  ])('are read like lines when %s', (_, text) => {
    const notes = readNotes(text);
    expect(notes.feature).toBe('Saved searches');
    expect(notes.complexity).toEqual({
      text: 'Medium-High',
      min: 'Medium',
      max: 'High',
      note: 'reason: two stores',
    });
    expect(notes.timeEstimate).toEqual({
      text: '10-13 hours',
      ...hours(10, 13),
      phases: [{ name: 'Analysis', text: '2-3 hours', ...hours(2, 3), items: [] }],
    });
    expect(notes.risks).toEqual([
      { risk: 'Drift', description: 'rows clash', mitigations: ['a copy', 'an alert'] },
      { risk: 'Load', description: null, mitigations: ['cache'] },
    ]);
    expect(notes.keyFiles.map(({ path, note }) => [path, note])).toEqual([
      ['src/a.ts', 'the gate'],
      ['src/b.ts', 'the key'],
    ]);
    expect(notes.testing).toEqual([item('each reader', 'unit'), item('one path', 'end to end')]);
    expect(notes.rollback).toEqual([item('turn the flag off')]);
    expect(notes.other).toEqual([{ title: 'owner', text: '{\n  "name": "Kim"\n}' }]);
    expect(notes.unread).toEqual([]);
  });

  it('use the hours beside words that give none, and keep hours that contradict the words', () => {
    const estimate = (value: object) => readNotes(JSON.stringify({ time_estimate: value }));
    expect(estimate({ text: 'two weeks', min_hours: 60, max_hours: 80 }).timeEstimate).toMatchObject(
      hours(60, 80),
    );
    expect(estimate({ text: '4 hours', hours: 9 })).toMatchObject({
      timeEstimate: hours(4),
      unread: ['hours: 9'],
    });
  });

  it('are text when they are broken or too deep', () => {
    expect(readNotes('{"feature": "x"').unread).toEqual(['{"feature": "x"']);
    expect(readNotes(`{"feature": ${'['.repeat(5_000)}${']'.repeat(5_000)}}`).feature).toBeNull();
  });
});

describe('what cannot be read', () => {
  it('is kept: lines before the first title, and paragraphs beside a list', () => {
    const notes = readNotes('As agreed.\n\nKey Risks:\nThese are known:\n1. drift\n\nThat is all.');
    expect(notes.risks.map(({ risk }) => risk)).toEqual(['drift']);
    expect(notes.unread).toEqual(['As agreed.', 'These are known:', 'That is all.']);
  });

  it('leaves every field empty', () => {
    const { unread, ...fields } = readNotes('no field at all');
    expect(
      Object.values(fields)
        .flat()
        .filter((value) => value !== null),
    ).toEqual([]);
    expect(unread).toEqual(['no field at all']);
  });

  it('keeps code whole, and finds no title in it', () => {
    const notes = readNotes('Rollback Plan:\n- run this\n```sh\n# Complexity: High\nundo --all\n```');
    expect(notes.complexity).toBeNull();
    expect(notes.rollback[0]?.text).toBe('run this\n```sh\n# Complexity: High\nundo --all\n```');
  });
});
