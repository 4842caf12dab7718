import { yamlExcess } from '../../base/text/yaml-excess.js';
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
  const yaml = await import('yaml');
  const excess = yamlExcess(text, yaml.Lexer);
  if (excess !== null) throw refusal(excess, 1);
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault !== undefined)
    throw refusal(
      `the YAML is not right: ${fault.message.replace(/[.:]$/, '')}`,
      lines.linePos(fault.pos[0]).line,
    );
  if (document.contents === null) return null;
  return new YamlNode(document.contents, 'the file', 1, { yaml, document, lines, refusal });
}
