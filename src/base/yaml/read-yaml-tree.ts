import type { Document, YAMLError } from 'yaml';
import type { SourceText } from '../text/source-text.js';
import { yamlExcess } from '../text/yaml-excess.js';
import { buildYamlTree } from './build-yaml-tree.js';
import type { YamlTree } from './yaml-tree.js';

/** Something in a text that is no YAML of ours. */
export interface YamlFault {
  /** Such as `its YAML says a key twice`, without a point at the end. */
  readonly problem: string;
  /** Where, as an offset in UTF-16 units; null when it is the whole that is wrong. */
  readonly offset: number | null;
}

export interface YamlReading {
  /** Null when there is nothing but comments, or what there is would be a guess. */
  readonly tree: YamlTree | null;
  /** In the order of the text. With a tree, null stands there for what is faulty. */
  readonly faults: readonly YamlFault[];
}

/**
 * Reads a document of YAML 1.2, of which only JSON can come: no tags, aliases bounded, nothing nested too deeply.
 *
 * @param source its size is the caller's care
 */
export async function readYamlTree(source: SourceText): Promise<YamlReading> {
  const yaml = await import('yaml');
  const { text } = source;
  const excess = yamlExcess(text, yaml.Lexer);
  if (excess !== null) return { tree: null, faults: [{ problem: excess, offset: null }] };
  const document = yaml.parseDocument(text, OPTIONS);
  const faults = syntaxFaults(document);
  if (document.errors.length > 0) return { tree: null, faults };
  const { tree, faults: others } = buildYamlTree(yaml, source, document.contents);
  return { tree, faults: [...faults, ...others].toSorted(byOffset) };
}

const OPTIONS = {
  prettyErrors: false,
  logLevel: 'error',
  // The library compares each key with all others; a repeated one is found faster in the tree.
  uniqueKeys: false,
  // Whatever version a directive names.
  schema: 'core',
  resolveKnownTags: false,
} as const;

function syntaxFaults({ errors, warnings }: Document): YamlFault[] {
  return [...errors, ...warnings].map((fault) => ({ problem: problemOf(fault), offset: fault.pos[0] }));
}

function problemOf({ code, message }: YAMLError): string {
  if (code === 'TAG_RESOLVE_FAILED') return 'its YAML uses a tag, and tags are not read';
  if (code === 'MULTIPLE_DOCS') return 'its YAML holds several documents';
  return `its YAML is not right: ${message.replace(/[.:]$/, '')}`;
}

function byOffset(left: YamlFault, right: YamlFault): number {
  return (left.offset ?? 0) - (right.offset ?? 0);
}
