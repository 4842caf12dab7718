import { estimateTokenCount } from 'tokenx';
import { languageOf } from '../files/language.js';
import { cutToTokens } from '../text/cut-to-tokens.js';
import { fenced } from '../text/fenced.js';
import { shownPath } from '../text/shown-path.js';

export type ContextPartKind = 'tree' | 'manifest' | 'convention' | 'related' | 'commits';

/** One piece of the context, as it stands in the text. */
export interface ContextPart {
  readonly kind: ContextPartKind;
  readonly title: string;
  /** The file that it shows, relative to the root. */
  readonly path?: string;
  readonly tokens: number;
  /** Whether there is more than it shows. */
  readonly truncated: boolean;
}

/** A part and its Markdown. */
export interface DraftPart extends ContextPart {
  readonly text: string;
}

/** What joins a part to the one before it, in tokens. */
const JOINT = 2;
const CUT = '\n(The rest is left out.)';

/** A part whose tokens count its heading and what joins it to the others. */
export function part(
  kind: ContextPartKind,
  title: string,
  body: string,
  more: { readonly path?: string; readonly truncated: boolean },
): DraftPart {
  const text = `### ${title}\n\n${body}${more.truncated ? CUT : ''}`;
  return { kind, title, ...more, text, tokens: estimateTokenCount(text) + JOINT };
}

/** A file in a fence, cut at a line so that the part fits; null when not even its first line does. */
export function filePart(
  kind: ContextPartKind,
  path: string,
  content: string,
  limit: number,
): DraftPart | null {
  const draw = (text: string, truncated: boolean) =>
    part(kind, shownPath(path), fenced(text, fenceWord(path)), { path, truncated });
  const frame = draw('', true).tokens + 4;
  const cut = cutToTokens(content, limit - frame);
  if (cut.text.trim() === '') return null;
  const drawn = draw(cut.text, cut.truncated);
  return drawn.tokens <= limit ? drawn : null;
}

/** The word after a fence that highlighters know. */
function fenceWord(path: string): string {
  return languageOf(path)?.toLowerCase().replaceAll(' ', '-') ?? '';
}
