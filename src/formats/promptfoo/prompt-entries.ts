import { isJsonObject, type JsonValue } from '../json-value.js';
import type { DocumentMessage } from '../prompt-document.js';
import type { Loss } from '../prompt-format.js';
import type { SourceFile } from '../source-file.js';
import { readChatText } from './chat-text.js';

/** A prompt of a configuration. */
export interface PromptEntry {
  readonly name: string | null;
  readonly messages: readonly DocumentMessage[];
}

export interface ReadEntry {
  readonly entries: readonly PromptEntry[];
  readonly losses: readonly Loss[];
}

/** Reads one of the `prompts`: a text, a file beside the configuration, or a mapping with one of them. */
export async function readEntry(value: JsonValue, file: SourceFile, line?: number): Promise<ReadEntry> {
  const place = line === undefined ? {} : { line };
  if (typeof value === 'string') return readText(value, null, file, place);
  if (!isJsonObject(value))
    return lost({ what: 'a prompt', reason: 'it is neither a text nor a mapping', ...place });
  const { id, label, raw, ...others } = value;
  const name = typeof label === 'string' ? label : typeof id === 'string' && !isReference(id) ? id : null;
  const text = raw ?? (typeof id === 'string' && isReference(id) ? id : null);
  const what = `prompt ${name ?? ''}`.trim();
  if (typeof text !== 'string') return lost({ what, reason: 'it has no text', ...place });
  const unkept = Object.keys(others).map((key) => ({
    what: `${what}: ${key}`,
    reason: 'only its text is kept',
    ...place,
  }));
  const { entries, losses } = await readText(text, name, file, place);
  return { entries, losses: [...losses, ...unkept] };
}

type Place = Pick<Loss, 'line'>;

async function readText(
  text: string,
  name: string | null,
  file: SourceFile,
  place: Place,
): Promise<ReadEntry> {
  if (!isReference(text) && file.beside?.has(text) !== true) return readPromptText(text, name, text, place);
  const path = text.replace(/^file:\/\//, '').replace(/^\.\//, '');
  if (!/\.(?:txt|md|j2|json|ya?ml)$/i.test(path))
    return lost({
      what: text,
      reason: 'only text and chat files are prompts here; nothing is run',
      ...place,
    });
  const content = file.beside?.get(path);
  if (content === undefined) return lost({ what: text, reason: 'there is no such file beside it', ...place });
  const isText = /\.txt$/i.test(path);
  const texts = isText ? content.split(/^---[ \t]*$/m) : [content];
  const read = await Promise.all(
    texts.map((one) => readPromptText(isText ? one.trim() : one.replace(/\n$/, ''), name, text, place)),
  );
  return { entries: read.flatMap(({ entries }) => entries), losses: read.flatMap(({ losses }) => losses) };
}

async function readPromptText(
  text: string,
  name: string | null,
  what: string,
  place: Place,
): Promise<ReadEntry> {
  const messages = await readChatText(text);
  if (messages !== null) return { entries: [{ name, messages }], losses: [] };
  const reason = 'a message here has a role of system, user or assistant, and a text';
  return lost({ what: name ?? what.slice(0, 60), reason, ...place });
}

function isReference(text: string): boolean {
  return text.startsWith('file://');
}

function lost(loss: Loss): ReadEntry {
  return { entries: [], losses: [loss] };
}
