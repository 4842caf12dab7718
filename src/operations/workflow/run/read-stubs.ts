import { SourceText } from '../../../base/text/source-text.js';
import { readYamlTree } from '../../../base/yaml/read-yaml-tree.js';
import { yamlJson } from '../../../base/yaml/yaml-json.js';
import { StubMisfitError } from '../../../engine/workflow/dry-run/errors.js';
import { Stubs } from '../../../engine/workflow/dry-run/stubs.js';
import type { GivenFile } from '../../template/template-input.js';
import { utf8Text } from '../../template/utf8-text.js';

/**
 * The stubs in a file, in YAML; JSON is YAML, too.
 * @throws StubMisfitError when it is no mapping; NotUtf8Error
 */
export async function readStubs({ name, bytes }: GivenFile): Promise<Stubs> {
  const { tree, faults } = await readYamlTree(new SourceText(name, utf8Text(bytes, name)));
  const [fault] = faults;
  if (fault !== undefined) throw new StubMisfitError(`"${name}" cannot be read: ${fault.problem}.`);
  if (tree === null) return new Stubs(new Map());
  if (tree.kind === 'mapping')
    return new Stubs(new Map(tree.entries.map(({ key, value }) => [key, yamlJson(value)])));
  throw new StubMisfitError(
    `"${name}" holds no stubs: they are a mapping of paths to what the steps bring forth.`,
    {
      hint: 'For instance:\n  draft: "A text"\n  each.score: {score: 3}',
    },
  );
}
