/** Words before the name of what they define, in the languages that have such words. */
const KEYWORDS = new Set(
  `class struct interface enum trait type record object protocol module namespace mixin function func fun fn
   def defp defmodule macro_rules union`.split(/\s+/),
);
/** The same for values; those within a function are nobody else's business. */
const VALUE_KEYWORDS = new Set('const let var val static'.split(' '));
/** What follows such a word without being a name: `type of`, `enum class`. */
const NO_NAMES = new Set('for in of is if extends implements from as with where class struct'.split(' '));
/** Longer lines are made by a program. */
const LONGEST_LINE = 1000;
const IDENTIFIER = /[\p{L}_$][\p{L}\p{N}_$]*/gu;

export interface Definition {
  readonly name: string;
  /** From 1. */
  readonly line: number;
}

/**
 * The names that a source text declares with a word such as `class`, `def` or `const`. It knows no
 * grammar, so that it serves all languages; its time grows with the length of the text.
 */
export function definitionsIn(text: string): Definition[] {
  const definitions: Definition[] = [];
  text.split('\n').forEach((content, at) => {
    if (content.length > LONGEST_LINE) return;
    for (const name of declaredIn(content)) definitions.push({ name, line: at + 1 });
  });
  return definitions;
}

function* declaredIn(content: string): Generator<string> {
  // Go names the receiver first: `func (s *Server) Start(`.
  const receiver = /^func \([^)]{1,100}\) ([\p{L}_][\p{L}\p{N}_]*)/u.exec(content);
  if (receiver?.[1] !== undefined) yield receiver[1];
  let before: RegExpExecArray | undefined;
  for (const match of content.matchAll(IDENTIFIER)) {
    if (before !== undefined && declares(content, before, match) && !NO_NAMES.has(match[0])) yield match[0];
    before = match;
  }
}

function declares(content: string, keyword: RegExpExecArray, name: RegExpExecArray): boolean {
  const between = content.slice(keyword.index + keyword[0].length, name.index);
  if (!/^[\s*&]{1,4}$/.test(between)) return false;
  // In a comment or a text these are words as any other.
  if (/["'`#]|\/\/|^\s*\*/.test(content.slice(0, keyword.index))) return false;
  return KEYWORDS.has(keyword[0]) || (VALUE_KEYWORDS.has(keyword[0]) && /^\S|^$/.test(content));
}
