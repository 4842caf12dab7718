import { describe, expect, it } from 'vitest';
import { attachmentOf } from './run-attachment.js';
import { AttachmentRefusedError } from './run-errors.js';

const typeOf = (name: string, bytes: Uint8Array | string) =>
  attachmentOf({ name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes }).mediaType;
const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('a file that goes along', () => {
  it.each([
    ['image/png', latin1('\u0089PNG\r\n\u001a\n and more')],
    ['image/jpeg', latin1('\u00ff\u00d8\u00ff\u00e0')],
    ['image/gif', latin1('GIF89a')],
    ['image/webp', latin1('RIFF1234WEBPVP8 ')],
    ['audio/wav', latin1('RIFF1234WAVEfmt ')],
    ['audio/mpeg', latin1('ID3\u0004')],
    ['application/pdf', latin1('%PDF-1.7')],
  ])('is %s by its first bytes, whatever its name is', (mediaType, bytes) => {
    expect(typeOf('a.txt', bytes)).toBe(mediaType);
  });

  it('is a text by its name', () => {
    const names = ['a.json', 'A.YML', 'a.csv', 'a.md', 'a.ts', 'Makefile'];
    expect(names.map((name) => typeOf(name, 'grün'))).toEqual([
      'application/json',
      'application/yaml',
      'text/csv',
      'text/markdown',
      'text/plain',
      'text/plain',
    ]);
  });

  it('is told to the model without its folder', () => {
    expect(attachmentOf({ name: '/home/ada/private/a.md', bytes: Buffer.from('x') }).name).toBe('a.md');
    expect(attachmentOf({ name: 'C:\\Users\\a.md', bytes: Buffer.from('x') }).name).toBe('a.md');
  });

  it('is refused when it is empty or of no known kind', () => {
    for (const bytes of ['', latin1('RIFF1234AVI \u00ff'), latin1('a\0b'), latin1('\u00ff\u00fe')]) {
      expect(() => typeOf('a.bin', bytes)).toThrow(AttachmentRefusedError);
    }
  });
});
