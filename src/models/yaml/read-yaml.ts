import { SourceText } from '../../base/text/source-text.js';
import { readYamlTree } from '../../base/yaml/read-yaml-tree.js';
import { YamlNode } from './yaml-node.js';

/**
 * Reads a YAML document (JSON is one) so that whatever is wrong in it is told with its line. Null when there is
 * nothing in it.
 *
 * @param refusal makes the error for something that is wrong on a line
 */
export async function readYaml(
  text: string,
  refusal: (problem: string, line: number) => Error,
): Promise<YamlNode | null> {
  const source = new SourceText('', text);
  const { tree, faults } = await readYamlTree(source);
  const [fault] = faults;
  if (fault !== undefined) throw refusal(fault.problem, source.position(fault.offset ?? 0).line);
  return tree && new YamlNode(tree, 'the file', { source, refusal });
}
