import { describe, expect, it } from 'vitest';
import { memoryStreams } from '../streams.js';
import { highlightMarkdown } from './highlight-markdown.js';
import { renderPrompt } from './prompt-view.js';
import { ruler } from './ruler.js';
import { styleFor } from './style.js';

const text = [
  '# Role: planner',
  '',
  '- one',
  '  2) two',
  '#hash and 1.5 stay',
  '````ts',
  '# no heading',
  '```',
  '- no item',
  '````',
  '## End',
].join('\n');

describe('ruler', () => {
  it('fills the width', () => {
    expect(ruler(20, 'analysis')).toBe('── analysis ────────');
    expect(ruler(5)).toBe('─────');
  });

  it('cuts a title that is too long', () => {
    expect(ruler(16, 'implementation prompt')).toBe('── implement… ──');
  });
});

describe('highlightMarkdown', () => {
  const style = styleFor({ colour: true });
  const lines = highlightMarkdown(text, style).split('\n');

  it('marks headings, list markers and fences', () => {
    expect(lines[0]).toBe(style.bold('# Role: planner'));
    expect(lines[2]).toBe(`${style.dim('-')} one`);
    expect(lines[3]).toBe(`  ${style.dim('2)')} two`);
    expect(lines[4]).toBe('#hash and 1.5 stay');
    expect(lines[5]).toBe(style.dim('````ts'));
  });

  it('takes code for code until its own fence closes', () => {
    expect(lines.slice(6, 9)).toEqual(['# no heading', '```', '- no item'].map(style.cyan));
    expect(lines[9]).toBe(style.dim('````'));
    expect(lines[10]).toBe(style.bold('## End'));
  });

  it('changes no character', () => {
    const source = `${text}\n~~~\nnever closed \t\n\n   ### x`;
    expect(highlightMarkdown(source, style).replaceAll(/\u001b\[\d+m/g, '')).toBe(source);
    expect(highlightMarkdown(source, styleFor({ colour: false }))).toBe(source);
  });
});

describe('renderPrompt', () => {
  const one = [{ role: 'user', text: 'Plan it.\u001b[2J' }];
  const two = [
    { role: 'system', text: 'Be brief.\n' },
    { role: 'user', text: 'Plan it.' },
  ];

  it('is the bare text in a pipe, with one line feed at its end', () => {
    expect(renderPrompt('planning prompt', one, memoryStreams().stdout)).toBe('Plan it.\u001b[2J\n');
  });

  it('stands between rulers on a terminal, without control sequences', () => {
    const { stdout } = memoryStreams({ terminal: true, columns: 30 });
    expect(renderPrompt('planning prompt', one, stdout)).toBe(
      `── planning prompt ───────────\nPlan it.\n${'─'.repeat(30)}\n`,
    );
  });

  it('names the role above each of several messages', () => {
    const expected = `── system ${'─'.repeat(30)}\nBe brief.\n\n── user ${'─'.repeat(32)}\nPlan it.\n`;
    expect(renderPrompt('planning prompt', two, memoryStreams().stdout)).toBe(expected);
    const { stdout } = memoryStreams({ terminal: true, columns: 50 });
    expect(renderPrompt('planning prompt', two, stdout)).toBe(
      `${ruler(50, 'planning prompt')}\n${expected}${ruler(50)}\n`,
    );
  });
});
