import type { SourceText } from '../../base/text/source-text.js';
import { tokenize, type WhitespaceOptions } from './lexer.js';
import { GRAMMAR } from './parse-expression.js';
import { StatementParser } from './statement-parser.js';
import type { Body } from './syntax-tree.js';
import { TokenStream } from './token-stream.js';

/**
 * Parses a whole template.
 *
 * @param source its text with newlines already normalised
 * @throws TemplateSyntaxError where the text is no template, LimitError where it nests too deeply
 */
export function parseTemplate(source: SourceText, options: WhitespaceOptions): Body {
  const stream = new TokenStream(source, tokenize(source, options), GRAMMAR);
  return new StatementParser(stream).parseTemplate();
}
