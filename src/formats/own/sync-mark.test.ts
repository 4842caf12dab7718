import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../source-file.js';
import { withoutSyncMark, withSyncMark } from './sync-mark.js';

const digest = '0123456789abcdef';
const mark = { version: 7, digest };

describe('the mark of a synced file', () => {
  it('stands at the end of the front matter, and nothing else changes', () => {
    const text = '---\n# ours\nname: review\nversion: 3\ntags: [a]\n---\nReview it.\n';
    expect(withSyncMark(text, mark)).toBe(
      `---\n# ours\nname: review\ntags: [a]\nversion: 7\nsynced: ${digest}\n---\nReview it.\n`,
    );
  });

  it('is put once', () => {
    const once = withSyncMark('---\nname: review\n---\nReview it.\n', mark);
    expect(withSyncMark(once, mark)).toBe(once);
  });

  it('leaves line ends as they are throughout, and takes a byte order mark away', () => {
    const text = '\ufeff---\r\nname: review\r\n---\r\nReview it.\r\n';
    const marked = withSyncMark(text, mark);
    expect(marked).toBe(
      `---\nname: review\nversion: 7\nsynced: ${digest}\n---\nReview it.\n`.replaceAll('\n', '\r\n'),
    );
    expect(withSyncMark(marked, mark)).toBe(marked);
    expect(withoutSyncMark(marked)).toEqual({
      digest,
      text: '---\nname: review\nversion: 7\n---\nReview it.\n',
    });
  });

  it('gives a text without front matter one', () => {
    const text = 'Review it.\n---\nMore.\n';
    expect(withSyncMark(text, mark)).toBe(`---\nversion: 7\nsynced: ${digest}\n---\n${text}`);
  });

  it('comes out as it went in, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => {
        const marked = withSyncMark(body, mark);
        expect(withoutSyncMark(marked).digest).toBe(digest);
        expect(withSyncMark(withoutSyncMark(marked).text, mark)).toBe(plainText(marked));
      }),
    );
  });

  it('is null where there is none, or where it is no digest', () => {
    for (const text of ['', 'a', '---\nname: a\n---\nb', '---\nsynced: soon\n---\nb', `synced: ${digest}`]) {
      expect(withoutSyncMark(text)).toEqual({ digest: null, text });
    }
  });
});
