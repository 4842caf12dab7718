import { splitFrontMatter, withFrontMatter } from '../front-matter.js';
import { plainText } from '../source-file.js';

/** What a file of the own format says of the version it was written from. */
export interface SyncMark {
  /** The version's number. */
  readonly version: number;
  /** A digest of what the file said then. */
  readonly digest: string;
}

const KEY = 'synced';
const MARK_LINE = /^synced:[ \t]*["']?([0-9a-f]{16})["']?[ \t]*$/;
const VERSION_LINE = /^version:[ \t]*\d+[ \t]*$/;

/**
 * Takes the mark out of a file's text.
 *
 * @returns the digest that the mark holds, or null, and the plain text without it
 */
export function withoutSyncMark(given: string): { readonly digest: string | null; readonly text: string } {
  const text = plainText(given);
  const parts = splitFrontMatter(text);
  if (parts === null) return { digest: null, text };
  const lines = parts.yaml.split('\n');
  const at = lines.findIndex((line) => MARK_LINE.test(line.replace(/\r$/, '')));
  if (at < 0) return { digest: null, text };
  const digest = MARK_LINE.exec((lines[at] ?? '').replace(/\r$/, ''))?.[1] ?? null;
  return { digest, text: withFrontMatter(lines.toSpliced(at, 1).join('\n'), parts.body) };
}

/**
 * Puts a mark, and the version's number, into a file's text; the rest stays as somebody wrote it, with its line
 * ends. A file without front matter gets one. A byte order mark goes: it would stand in the way.
 */
export function withSyncMark(text: string, mark: SyncMark): string {
  const marked = withMark(withoutSyncMark(text).text, mark);
  const hadReturns = text.includes('\r') && !plainText(text).includes('\r');
  return hadReturns ? marked.replaceAll('\n', '\r\n') : marked;
}

function withMark(unmarked: string, { version, digest }: SyncMark): string {
  const parts = splitFrontMatter(unmarked);
  const mark = [`version: ${version}`, `${KEY}: ${digest}`, ''];
  if (parts === null) return withFrontMatter(mark.join('\n'), unmarked);
  const kept = parts.yaml.split('\n').filter((line) => !VERSION_LINE.test(line.replace(/\r$/, '')));
  const yaml = kept.join('\n');
  const ended = yaml === '' || yaml.endsWith('\n') ? yaml : `${yaml}\n`;
  return withFrontMatter(ended + mark.join('\n'), parts.body);
}
