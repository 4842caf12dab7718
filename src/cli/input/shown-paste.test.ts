import { describe, expect, it } from 'vitest';
import { styleFor } from '../render/style.js';
import { shownPaste } from './shown-paste.js';

const plain = styleFor({ colour: false });

describe('shownPaste', () => {
  it('shows a short paste whole, without control sequences', () => {
    expect(shownPaste('one\n\u001b[2Jtwo', plain)).toBe('one\ntwo');
  });

  it('shows the beginning of a long one and says how long it is', () => {
    const lines = Array.from({ length: 2000 }, (_, index) => `line ${index}\n`).join('');
    expect(shownPaste(lines, plain)).toBe(
      'line 0\nline 1\nline 2\nline 3\nline 4\n… 2,000 lines, 18,890 characters pasted\n',
    );
  });

  it('cuts a single long line, too', () => {
    const shown = shownPaste('x'.repeat(5000), plain);
    expect(shown).toBe(`${'x'.repeat(1500)}\n… 5,000 characters pasted`);
  });
});
