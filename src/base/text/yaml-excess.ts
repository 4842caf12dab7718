import type { Lexer as YamlLexer } from 'yaml';

/** Pieces of syntax: a text of any length is one. */
const MOST_TOKENS = 200_000;
/** How deep lists and mappings may lie in each other. */
const DEEPEST = 200;

/** The lexer says so before the text of a value. */
const SCALAR_NEXT = '\u001f';

/**
 * Whether YAML has too much in it to be parsed: null, or what there is too much of. The parser calls itself for
 * everything that lies in something else, and a process that runs out of stack may not come back.
 *
 * @param Lexer that of the package `yaml`, which is loaded only where there is YAML
 * @example yamlExcess('a: 1', Lexer) === null
 */
export function yamlExcess(text: string, Lexer: typeof YamlLexer): string | null {
  let count = 0;
  let brackets = 0;
  let indents = 0;
  let last = '\n';
  for (const token of new Lexer().lex(text)) {
    if (++count > MOST_TOKENS) return 'its YAML has too many values';
    const isScalar = last === SCALAR_NEXT;
    if (!isScalar) {
      brackets += bracketOf(token);
      indents = indentsBehind(token, last, indents);
    } else if (token.includes('\n')) indents = 0;
    if (brackets > DEEPEST || (indents > DEEPEST && !isScalar && INDICATOR.test(token)))
      return 'its YAML is nested too deeply';
    last = token;
  }
  return null;
}

const INDICATOR = /^[-?:[{]/;

function bracketOf(token: string): number {
  if (token === '[' || token === '{') return 1;
  return token === ']' || token === '}' ? -1 : 0;
}

/** The spaces that a line begins with and its dashes: what a block on it can lie in is no deeper. */
function indentsBehind(token: string, last: string, indents: number): number {
  if (/^\r?\n/.test(token)) return 0;
  if (/^ +$/.test(token) && /\n$/.test(last)) return token.length;
  return token === '-' || token === '?' ? indents + 1 : indents;
}
