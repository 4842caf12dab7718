import type { Remedy } from '../../base/errors.js';
import type { SourceText } from '../../base/text/source-text.js';
import { placeOf, TemplateSyntaxError } from '../errors.js';

/** The error for a template that cannot be read, at an offset of its source. */
export function syntaxError(
  source: SourceText,
  offset: number,
  message: string,
  remedy: Remedy = {},
): TemplateSyntaxError {
  return new TemplateSyntaxError(message, placeOf(source, offset), remedy);
}
