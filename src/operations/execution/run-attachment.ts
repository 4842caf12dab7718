import { extname } from 'node:path';
import type { Attachment } from '../../models/spec/model-request.js';
import type { GivenFile } from '../template/template-input.js';
import { AttachmentRefusedError } from './run-errors.js';

/** What the first bytes say, whatever the name is. */
const magic: readonly (readonly [
  mediaType: string,
  start: string,
  later?: readonly [at: number, text: string],
])[] = [
  ['image/png', '\u0089PNG\r\n\u001a\n'],
  ['image/jpeg', '\u00ff\u00d8\u00ff'],
  ['image/gif', 'GIF8'],
  ['image/webp', 'RIFF', [8, 'WEBP']],
  ['audio/wav', 'RIFF', [8, 'WAVE']],
  ['audio/mpeg', 'ID3'],
  ['application/pdf', '%PDF-'],
];

/** Of texts, which say nothing of themselves. */
const textTypes: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.yaml': 'application/yaml',
  '.yml': 'application/yaml',
  '.toml': 'application/toml',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.md': 'text/markdown',
};

const HEAD_BYTES = 16;

/**
 * A file as a model is given it. What it is, its bytes say, and for texts its name.
 *
 * @param name a path; models are told its last part
 * @throws AttachmentRefusedError when it is empty, or of no kind that a model reads
 */
export function attachmentOf({ name, bytes }: GivenFile): Attachment {
  if (bytes.length === 0) throw new AttachmentRefusedError(`"${name}" is empty.`);
  const mediaType = magicType(bytes) ?? (isText(bytes) ? textType(name) : null);
  if (mediaType === null) {
    throw new AttachmentRefusedError(`"${name}" is neither text nor a picture, a PDF or a sound.`, {
      hint: 'Models read PNG, JPEG, GIF, WebP, PDF, WAV, MP3, and text in UTF-8.',
    });
  }
  return { name: name.split(/[/\\]/).at(-1) ?? name, mediaType, bytes };
}

function magicType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const fitting = magic.find(
    ([, start, later]) =>
      head.startsWith(start) && (later === undefined || head.startsWith(later[1], later[0])),
  );
  return fitting?.[0] ?? null;
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
}

function textType(name: string): string {
  return textTypes[extname(name).toLowerCase()] ?? 'text/plain';
}
