import { describe, expect, it } from 'vitest';
import { AnswerDraft } from './answer-draft.js';

function draftWithLines() {
  const lines: string[] = [];
  const watch = {
    signal: new AbortController().signal,
    onActivity: (line: string) => {
      lines.push(line);
    },
  };
  return { draft: new AnswerDraft(watch, '/repo'), lines };
}

describe('what an agent says', () => {
  it('is an answer when nothing comes after it, and is kept beside it otherwise', () => {
    const { draft } = draftWithLines();
    draft.addMessage('I look at the files.');
    draft.useTool({ name: 'Read', input: { file_path: '/repo/a.ts' } });
    draft.extendMessage('All ', '');
    draft.extendMessage('is well.', '');
    const { text, details } = draft.answer([]);
    expect(text).toBe('All is well.');
    expect(details.earlier_messages).toEqual(['I look at the files.']);
  });

  it('stays beside an answer that the agent declares', () => {
    const { draft } = draftWithLines();
    draft.addMessage('Here it is.');
    draft.result = '{"ok":true}';
    expect(draft.answer([])).toMatchObject({
      text: '{"ok":true}',
      details: { earlier_messages: ['Here it is.'] },
    });
  });
});

describe('what an agent does', () => {
  it('is told in lines, paths as they are seen from the folder', () => {
    const { draft, lines } = draftWithLines();
    draft.addMessage('First the tests.');
    draft.useTool({ name: 'Bash', input: { command: 'npm test\n', description: 'run them' } });
    draft.useTool({ name: 'write_file', input: { file_path: '/repo/src/a.ts', content: '…' } });
    draft.useTool({ name: 'mcp__tickets__get', input: { id: 7 } });
    draft.useTool({ name: 'read', input: { filePath: '/etc/hosts' } });
    expect(lines).toEqual([
      'says: First the tests.',
      'runs npm test',
      'writes src/a.ts',
      'uses mcp__tickets__get',
      'reads /etc/hosts',
    ]);
  });

  it('is told without control characters, credentials and the length of a file', () => {
    const { draft, lines } = draftWithLines();
    draft.useTool({
      name: 'Bash',
      input: { command: `\u001b[2Jcurl -H ghp_${'a'.repeat(36)} ${'x'.repeat(9000)}` },
    });
    expect(lines[0]).toMatch(/^runs curl -H \[redacted: GitHub token\] x+…$/);
    expect(lines[0]).toHaveLength(200);
  });

  it('changes a file when the tool that was to change it succeeds', () => {
    const { draft } = draftWithLines();
    draft.expectChange('1', '/repo/src/made.ts');
    draft.expectChange('2', '/repo/src/refused.ts');
    draft.endToolUse('1', true);
    draft.endToolUse('2', false);
    expect(draft.answer([]).details.changed_files).toEqual(['src/made.ts']);
  });

  it('is kept up to a number of uses, and counted beyond', () => {
    const { draft } = draftWithLines();
    for (let use = 0; use < 700; use++) draft.useTool({ name: 'Read', input: { file_path: 'a' } });
    expect(draft.answer([]).details).toMatchObject({ tool_use_count: 700 });
    expect(draft.answer([]).details.tool_uses).toHaveLength(500);
  });
});
