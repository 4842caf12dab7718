import { describe, expect, it } from 'vitest';
import { styleFor } from '../render/style.js';
import { hunkLines } from './hunk-lines.js';

const plain = styleFor({ colour: false });
const lines = (count: number) => Array.from({ length: count }, (_, at) => `${at + 1}\n`).join('');
const shown = (...hunks: Parameters<typeof hunkLines>[0]) => hunkLines(hunks, plain);

describe('hunks as lines', () => {
  it('have a mark each, and three lines of what is the same on each side', () => {
    expect(
      shown(
        { kind: 'same', text: lines(9) },
        { kind: 'removed', text: 'old\n' },
        { kind: 'added', text: 'new\n' },
        { kind: 'same', text: lines(1234) },
      ),
    ).toBe(
      '  … 6 lines that are the same\n  7\n  8\n  9\n- old\n+ new\n  1\n  2\n  3\n  … 1,231 lines that are the same\n',
    );
  });

  it('show lines rather than say that one is left out', () => {
    const between = { kind: 'same', text: lines(7) } as const;
    expect(shown({ kind: 'added', text: 'a\n' }, between, { kind: 'added', text: 'b\n' })).toBe(
      '+ a\n  1\n  2\n  3\n  4\n  5\n  6\n  7\n+ b\n',
    );
  });

  it('paint changed words bold, line by line', () => {
    const words = [
      { isChanged: false, text: 'one ' },
      { isChanged: true, text: 'two\nthree' },
      { isChanged: false, text: ' four\n' },
    ];
    const painted = hunkLines(
      [{ kind: 'added', text: 'one two\nthree four\n', words }],
      styleFor({ colour: true }),
    );
    const bold = (text: string) => `\u001b[32m\u001b[1m${text}\u001b[22m\u001b[39m`;
    const green = (text: string) => `\u001b[32m${text}\u001b[39m`;
    expect(painted).toBe(
      `${green('+')} ${green('one ')}${bold('two')}\n${green('+')} ${bold('three')}${green(' four')}\n`,
    );
  });

  it('let no control sequence of a text through', () => {
    expect(shown({ kind: 'added', text: 'a\u001b[31mb\u001b]0;x\u0007\n' })).toBe('+ ab\n');
  });

  it('say when only the line end at the end is another', () => {
    expect(shown({ kind: 'removed', text: 'a' }, { kind: 'added', text: 'a\n' })).toBe(
      '- a (no line end)\n+ a\n',
    );
    expect(shown({ kind: 'removed', text: 'a' }, { kind: 'added', text: 'b' })).toBe('- a\n+ b\n');
  });
});
