import { describe, expect, it } from 'vitest';
import { memoryStreams } from '../streams.js';
import { renderKeyValues } from './key-values.js';
import { wrap } from './wrap.js';

const pipe = memoryStreams().stdout;

describe('renderKeyValues', () => {
  it('puts the values below each other', () => {
    const entries = [
      { label: 'status', value: 'planning' },
      { label: 'id', value: 's4k2' },
    ];
    expect(renderKeyValues(entries, pipe)).toBe('status  planning\nid      s4k2\n');
  });

  it('indents further lines and leaves no space at an end', () => {
    const entries = [
      { label: 'why', value: 'one \n\ntwo\n' },
      { label: 'none', value: '' },
    ];
    expect(renderKeyValues(entries, pipe)).toBe('why   one\n\n      two\nnone\n');
  });

  it('wraps on a terminal only', () => {
    const entries = [{ label: 'text', value: 'some words that are many' }];
    const terminal = memoryStreams({ terminal: true, columns: 16 }).stdout;
    expect(renderKeyValues(entries, terminal)).toBe('text  some words\n      that are\n      many\n');
    expect(renderKeyValues(entries, pipe)).toBe('text  some words that are many\n');
  });

  it('paints values and dims labels', () => {
    const stream = memoryStreams({ colour: true }).stdout;
    const entry = { label: 'a', value: 'b', paint: (text: string) => `<${text}>` };
    expect(renderKeyValues([entry], stream)).toBe('\u001b[2ma\u001b[22m  <b>\n');
  });

  it('lets no control sequence through', () => {
    expect(renderKeyValues([{ label: 'a', value: '\u001b[2Jb' }], pipe)).toBe('a  b\n');
  });

  it('is nothing without entries', () => {
    expect(renderKeyValues([], pipe)).toBe('');
  });
});

describe('wrap', () => {
  it('breaks between words and indents what follows', () => {
    expect(wrap('one two three', 8, '  ')).toBe('one\n  two\n  three');
  });

  it('keeps line ends and long words', () => {
    expect(wrap('a\n\nhttps://example.org/long b', 10)).toBe('a\n\nhttps://example.org/long\nb');
  });

  it('counts wide characters as two cells', () => {
    expect(wrap('日本 語語', 5)).toBe('日本\n語語');
  });
});
