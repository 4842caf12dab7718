import { describe, expect, it } from 'vitest';
import { InterruptedError } from '../interrupted-error.js';
import { memoryStreams } from '../streams.js';
import { typeText } from './type-text.js';

const typed = (...keys: string[]) => typeText('the request', memoryStreams({ terminal: true, keys }));
const pasted = (text: string) => `\u001b[200~${text}\u001b[201~`;
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const LEFT = '\u001b[D';

describe('typeText', () => {
  it('ends with Ctrl-D on an empty line', async () => {
    expect(await typed('first\r', '\r', 'second\r', CTRL_D)).toBe('first\n\nsecond\n');
  });

  it('ends with a line that is a single dot', async () => {
    expect(await typed('one. two\r', '..\r', '.\r', 'never read\r')).toBe('one. two\n..\n');
  });

  it('lets a line be edited', async () => {
    expect(await typed('wrld', LEFT, LEFT, LEFT, 'o\r', CTRL_D)).toBe('world\n');
    expect(await typed(`wrld${LEFT}${LEFT}${LEFT}o\r${CTRL_D}`)).toBe('world\n');
    expect(await typed('helo', '\u007f', 'lo\r', CTRL_D)).toBe('hello\n');
  });

  it('keeps tabs and characters beyond the basic plane', async () => {
    expect(await typed('a\tb 🎉\r', CTRL_D)).toBe('a\tb 🎉\n');
  });

  it('takes a paste as it is, dots and empty lines included', async () => {
    expect(await typed(pasted('one\r.\r\r  two\t\r'), CTRL_D)).toBe('one\n.\n\n  two\t\n');
  });

  it('takes a paste whole that comes in many chunks', async () => {
    const text = `${'word '.repeat(20_000)}\r${'日本'.repeat(20_000)}`;
    const stream = pasted(text);
    const chunks = Array.from({ length: Math.ceil(stream.length / 4096) }, (_, index) =>
      stream.slice(index * 4096, (index + 1) * 4096),
    );
    expect(await typed(...chunks, CTRL_D)).toBe(text.replace('\r', '\n'));
  });

  it('puts a paste where the cursor is', async () => {
    expect(await typed('ad', LEFT, pasted('b'), 'c\r', CTRL_D)).toBe('abcd\n');
    expect(await typed('ad', LEFT, pasted('1\r2'), CTRL_D)).toBe('a1\n2d');
  });

  it('starts a new line after a pasted block', async () => {
    expect(await typed(pasted('1\r2'), 'three\r', CTRL_D)).toBe('1\n2\nthree\n');
  });

  it('keeps a control character that was pasted, and does not show it', async () => {
    const streams = memoryStreams({ terminal: true, keys: [pasted('a\u001b[2Jb'), CTRL_D] });
    expect(await typeText('the request', streams)).toBe('a\u001b[2Jb');
    expect(streams.err()).toContain('ab');
    expect(streams.err()).not.toContain('\u001b[2J');
  });

  it('takes a long line from a terminal that does not mark pastes', async () => {
    const line = 'x'.repeat(50_000);
    expect(await typed(`${line}\r`, CTRL_D)).toBe(`${line}\n`);
  });

  it('keeps an unfinished line when the terminal goes', async () => {
    expect(await typed('one\r', 'tw')).toBe('one\ntw\n');
  });

  it('is interrupted by Ctrl-C', async () => {
    await expect(typed('text\r', CTRL_C)).rejects.toThrow(InterruptedError);
  });

  it('asks the terminal to mark pastes, and takes that back', async () => {
    const streams = memoryStreams({ terminal: true, keys: ['a\r', CTRL_D] });
    await typeText('the request', streams);
    expect(streams.err()).toMatch(/^Write the request\.\n.*\n\u001b\[\?2004h/);
    expect(streams.err().endsWith('\u001b[?2004l')).toBe(true);
    expect(streams.out()).toBe('');
  });
});
