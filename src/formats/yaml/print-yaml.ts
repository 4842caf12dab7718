import type { Scalar } from 'yaml';
import { writtenWithEscapes } from '../fragile-text.js';
import type { JsonObject } from '../json-value.js';

/**
 * Prints a mapping as YAML that reads well in a difference: keys in the order given, texts of several lines
 * as blocks. What a text file would not bring back is written with escapes. An empty mapping is no text.
 */
export async function printYaml(mapping: JsonObject): Promise<string> {
  if (Object.keys(mapping).length === 0) return '';
  const { Document, visit } = await import('yaml');
  const document = new Document(mapping, { aliasDuplicateObjects: false });
  visit(document, { Scalar: (place, node) => chooseStyle(node, place) });
  return document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER });
}

function chooseStyle(node: Scalar, place: unknown): void {
  if (typeof node.value !== 'string') return;
  const isOneLine = !node.value.includes('\n');
  if (writtenWithEscapes(node.value)) node.type = 'QUOTE_DOUBLE';
  else if (!isOneLine)
    node.type = place !== 'key' && canBeBlock(node.value) ? 'BLOCK_LITERAL' : 'QUOTE_DOUBLE';
}

/** Spaces at the beginning, and lines of nothing but spaces, are hard to see in a block and easily changed. */
function canBeBlock(text: string): boolean {
  return !/^[ \t]|\n[ \t]+(?=\n|$)/.test(text);
}
