import * as z from 'zod/mini';
import { SourceText } from '../../../base/text/source-text.js';
import { readYamlTree } from '../../../base/yaml/read-yaml-tree.js';
import { yamlJson } from '../../../base/yaml/yaml-json.js';
import { ExperimentDefinitionError } from '../../../engine/experiment/errors.js';
import { namedTemplatesInput } from '../../session/named-templates.js';
import { phaseName } from '../../session/run/run-settings.js';
import type { GivenFile } from '../../template/template-input.js';
import { utf8Text } from '../../template/utf8-text.js';

const reference = z.string().check(z.minLength(1));

/** A strategy as its file says it: templates by their kind, models by the phase. */
export const strategyFile = z.strictObject({
  templates: z._default(namedTemplatesInput, {}),
  models: z._default(z.partialRecord(phaseName, reference), {}),
});

export type GivenStrategy = z.output<typeof strategyFile>;

/**
 * The strategy in a file, in YAML; JSON is YAML, too. An empty one leaves everything as it is.
 *
 * @throws ExperimentDefinitionError when it says something else; NotUtf8Error
 */
export async function readStrategy({ name, bytes }: GivenFile): Promise<GivenStrategy> {
  const { tree, faults } = await readYamlTree(new SourceText(name, utf8Text(bytes, name)));
  const [fault] = faults;
  if (fault !== undefined) throw new ExperimentDefinitionError(`"${name}" cannot be read: ${fault.problem}.`);
  const parsed = z.safeParse(strategyFile, tree === null ? {} : (yamlJson(tree) ?? {}));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
  throw new ExperimentDefinitionError(`"${name}" holds no strategy: what it says${place} is not known.`, {
    hint: 'For instance:\n  templates: {orchestrator: team/plan@3, implementation: team/code@production}\n  models: {planning: openai:gpt-5-mini}',
  });
}
