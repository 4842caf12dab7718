import { checkedWrite } from '../checked-write.js';
import { withFrontMatter } from '../front-matter.js';
import type { PromptDocument } from '../prompt-document.js';
import type { WrittenPrompt } from '../prompt-format.js';
import { printYaml } from '../yaml/print-yaml.js';
import { modelField } from './model-field.js';
import { outputsOfSchema } from './output-schema.js';
import { propertyOf } from './properties.js';
import { readPrompty } from './read-prompty.js';
import { printRoleLines } from './role-lines.js';

/** @throws CannotExpressError where a message begins or ends with line ends, or looks like several */
export async function writePrompty(document: PromptDocument): Promise<WrittenPrompt> {
  const { name, description, tags, variables, settings } = document;
  const outputs = outputsOfSchema(settings.responseSchema);
  const yaml = await printYaml({
    ...(name === null ? {} : { name }),
    ...(description === null ? {} : { description }),
    ...(tags.length === 0 ? {} : { metadata: { tags } }),
    ...modelField(settings),
    ...(variables.length === 0 ? {} : { inputs: variables.map(propertyOf) }),
    ...(outputs === null ? {} : { outputs }),
    template: { format: { kind: 'jinja2' }, parser: { kind: 'prompty' } },
  });
  const written = { text: withFrontMatter(yaml, printRoleLines(document.messages)), extension: '.prompty' };
  return checkedWrite(
    { title: 'Prompty', read: async (file) => [await readPrompty(file)] },
    document,
    written,
  );
}
