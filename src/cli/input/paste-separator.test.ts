import { describe, expect, it } from 'vitest';
import { pasteSeparator, type TypedPart } from './paste-separator.js';

const keys = (text: string): TypedPart => ({ kind: 'keys', text });
const paste = (text: string): TypedPart => ({ kind: 'paste', text });

function separate(...chunks: string[]): TypedPart[] {
  const next = pasteSeparator();
  return chunks.flatMap((chunk) => next(chunk));
}

describe('pasteSeparator', () => {
  it('passes keys on', () => {
    expect(separate('a', '\u001b[D', '\r')).toEqual([keys('a'), keys('\u001b[D'), keys('\r')]);
  });

  it('takes pastes out, with their line ends as line feeds', () => {
    expect(separate('a\u001b[200~1\r2\r\n3\n\u001b[201~b\u001b[200~\u001b[201~')).toEqual([
      keys('a'),
      paste('1\n2\n3\n'),
      keys('b'),
      paste(''),
    ]);
  });

  it('does not depend on where the chunks are cut', () => {
    const stream = 'ab\u001b[200~one\r\ntwo\u001b[20\u001b[201~cd';
    const whole = separate(stream);
    expect(whole).toEqual([keys('ab'), paste('one\ntwo\u001b[20'), keys('cd')]);
    for (let at = 1; at < stream.length; at++) {
      // Cut right after its escape, the opening mark would make the Escape key wait for the next one.
      if (at === 3) continue;
      const cut = separate(stream.slice(0, at), stream.slice(at));
      expect(joined(cut)).toEqual(joined(whole));
    }
  });

  it('passes the Escape key on at once', () => {
    expect(separate('\u001b')).toEqual([keys('\u001b')]);
  });

  it('keeps a paste until it ends', () => {
    expect(separate('\u001b[200~', 'part')).toEqual([]);
  });
});

/** Neighbouring keys as one part. */
function joined(parts: readonly TypedPart[]): TypedPart[] {
  const result: TypedPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.kind === 'keys' && last?.kind === 'keys')
      result[result.length - 1] = keys(last.text + part.text);
    else result.push(part);
  }
  return result;
}
