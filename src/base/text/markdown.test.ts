import { describe, expect, it } from 'vitest';
import { markdownList, markdownSections, markdownTable } from './markdown.js';

describe('Markdown', () => {
  it('of a table keeps what would end a cell or a row', () => {
    expect(markdownTable(['A', 'B'], [['x | y', 'two\nlines']])).toBe(
      '| A | B |\n| --- | --- |\n| x \\| y | two lines |',
    );
  });

  it('of a list keeps the further lines of an item under its first', () => {
    expect(markdownList(['one', 'two\nlines\n'])).toBe('- one\n- two\n  lines');
    expect(markdownList([])).toBe('');
  });

  it('of sections leaves out those that have nothing in them', () => {
    const sections = [
      ['A', 'x'],
      ['B', ''],
      ['C', 'y'],
    ] as const;
    expect(markdownSections(sections)).toBe('## A\n\nx\n\n## C\n\ny\n');
  });
});
