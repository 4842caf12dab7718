import { scalarOffset } from '../../../base/yaml/scalar-offset.js';
import type { TemplateText } from '../workflow.js';

/**
 * Where a place of a text stands in the file.
 *
 * @param place line and column in the text, from 1
 * @returns an offset in UTF-16 units
 */
export function offsetInFile(
  text: TemplateText,
  place: { readonly line: number; readonly column: number },
): number {
  let lineStart = 0;
  for (let line = 1; line < place.line; line += 1) lineStart = text.value.indexOf('\n', lineStart) + 1;
  return scalarOffset(text, lineStart + place.column - 1);
}
