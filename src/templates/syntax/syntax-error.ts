import type { Remedy } from '../../base/errors.js';
import { placeOf, TemplateSyntaxError } from '../errors.js';
import type { SourceText } from '../source-text.js';

/** The error for a template that cannot be read, at an offset of its source. */
export function syntaxError(
  source: SourceText,
  offset: number,
  message: string,
  remedy: Remedy = {},
): TemplateSyntaxError {
  return new TemplateSyntaxError(message, placeOf(source, offset), remedy);
}
