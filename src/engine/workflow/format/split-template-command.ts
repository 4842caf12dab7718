import { splitCommand } from '../../../base/text/split-command.js';
import { UnbalancedQuoteError } from '../../../base/text/unbalanced-quote.js';

/** No argument can hold it, so that it can stand for what is put aside. */
const MARK = '\0';

/**
 * The words of a command that is written as one text, by our own rules of quoting. What stands in a template's tag
 * stays together, whatever is in it: it becomes text only after the splitting.
 *
 * @param command without NUL characters
 * @returns null when a quote is never closed
 * @example splitTemplateCommand('git log {{ inputs.branch | default("a b") }}')?.length === 3
 */
export function splitTemplateCommand(command: string): string[] | null {
  const tags: string[] = [];
  const marked = withoutTags(command, tags);
  try {
    return splitCommand(marked).map((word) =>
      word.replace(new RegExp(`${MARK}(\\d+)${MARK}`, 'g'), (_, index) => tags[Number(index)] ?? ''),
    );
  } catch (error) {
    if (error instanceof UnbalancedQuoteError) return null;
    throw error;
  }
}

/** The command with a mark in place of each tag, which is put into `tags`. */
function withoutTags(command: string, tags: string[]): string {
  const opening = /\{[{%#]/g;
  let marked = '';
  let from = 0;
  for (let found = opening.exec(command); found !== null; found = opening.exec(command)) {
    const end = tagEnd(command, found.index);
    // What follows a tag that never ends belongs to it.
    if (end === null) break;
    marked += `${command.slice(from, found.index)}${MARK}${tags.length}${MARK}`;
    tags.push(command.slice(found.index, end));
    from = end;
    opening.lastIndex = end;
  }
  return marked + command.slice(from);
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}}', '%': '%}', '#': '#}' };

/** Behind the tag that begins at a place; null when it never ends. */
function tagEnd(text: string, start: number): number | null {
  const close = CLOSING[text.charAt(start + 1)] ?? '';
  if (close === '#}') return behind(text, close, start + 2);
  let depth = 0;
  for (let at = start + 2; at < text.length; at += 1) {
    if (depth === 0 && text.startsWith(close, at)) return at + 2;
    const character = text.charAt(at);
    if (character === '"' || character === "'") at = closingQuote(text, at);
    else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
  }
  return null;
}

function behind(text: string, close: string, from: number): number | null {
  const at = text.indexOf(close, from);
  return at === -1 ? null : at + close.length;
}

/** Where a text in an expression ends; the end of all when it does not. */
function closingQuote(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === text.charAt(start)) return at;
  }
  return text.length;
}
