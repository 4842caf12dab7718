import { SourceText } from '../../base/text/source-text.js';
import { readYamlTree } from '../../base/yaml/read-yaml-tree.js';
import { yamlJson } from '../../base/yaml/yaml-json.js';
import type { Span, YamlTree } from '../../base/yaml/yaml-tree.js';
import { UnreadablePromptFileError } from '../errors.js';
import type { JsonValue } from '../json-value.js';

/** The keys and indices that lead to a value. */
export type YamlPath = readonly (string | number)[];

export interface ParsedYaml {
  /** Null when there is nothing but comments. */
  readonly value: JsonValue;
  /** The line of the file on which the value stands that `path` leads to; its key's line in a mapping. */
  lineOf(path: YamlPath): number | undefined;
}

/**
 * Reads YAML 1.2, of which only JSON can come.
 *
 * @param firstLine the line of the file on which `text` begins
 * @throws UnreadablePromptFileError with the line where it is no such YAML
 */
export async function parseYaml(text: string, path: string, firstLine = 1): Promise<ParsedYaml> {
  const source = new SourceText(path, text);
  const lineAt = (offset: number) => source.position(offset).line + firstLine - 1;
  const { tree, faults } = await readYamlTree(source);
  const [fault] = faults;
  if (fault !== undefined) {
    const line = fault.offset === null ? null : lineAt(fault.offset);
    throw new UnreadablePromptFileError(path, fault.problem, line);
  }
  return {
    value: tree && yamlJson(tree),
    lineOf(at) {
      const span = tree && (spanOf(tree, at) ?? spanOf(tree, at.slice(0, -1)));
      return span ? lineAt(span.start) : undefined;
    },
  };
}

/** Where the value stands that a path leads to; in a mapping its key. */
function spanOf(tree: YamlTree, [step, ...rest]: YamlPath): Span | undefined {
  if (step === undefined) return tree.span;
  if (tree.kind === 'list') {
    const item = typeof step === 'number' ? tree.items[step] : undefined;
    return item && spanOf(item, rest);
  }
  const entry = tree.kind === 'mapping' ? tree.entries.find(({ key }) => key === step) : undefined;
  return entry && (rest.length === 0 ? entry.keySpan : spanOf(entry.value, rest));
}
