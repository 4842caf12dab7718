import type { SourceText } from '../text/source-text.js';

/** A stretch of a text, as offsets in UTF-16 units. */
export interface Span {
  readonly start: number;
  /** Behind the last unit. */
  readonly end: number;
}

/** A value of a YAML document that knows where it stands. What an alias names stands where it was named first. */
export type YamlTree = YamlScalar | YamlList | YamlMapping;

export interface YamlScalar {
  readonly kind: 'scalar';
  /** The document. */
  readonly source: SourceText;
  /** Never NaN or infinite. */
  readonly value: string | number | boolean | null;
  readonly span: Span;
}

/** A scalar that is a text. */
export interface YamlText extends YamlScalar {
  readonly value: string;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlTree[];
  readonly span: Span;
}

export interface YamlMapping {
  readonly kind: 'mapping';
  /** In the order of the text; no key stands twice. */
  readonly entries: readonly YamlEntry[];
  readonly span: Span;
}

export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlTree;
}

export function isYamlText(node: YamlTree): node is YamlText {
  return node.kind === 'scalar' && typeof node.value === 'string';
}
