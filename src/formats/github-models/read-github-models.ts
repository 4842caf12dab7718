import { Fields } from '../fields.js';
import { isJsonObject, type JsonValue } from '../json-value.js';
import { parseJson } from '../parse-json.js';
import { fillMarks } from '../placeholders.js';
import { isMessageRole, messageRoles, promptDocument } from '../prompt-document.js';
import type { Loss, ReadPrompt } from '../prompt-format.js';
import { readableText, type SourceFile } from '../source-file.js';
import { parseYaml } from '../yaml/parse-yaml.js';

/** The name and the setting that a schema is sent with when it is only a schema. */
export const ANSWER_SCHEMA = { name: 'answer', strict: true } as const;

const MARK = /\{\{[ \t]*([\w-]+)[ \t]*\}\}/g;

/** @throws UnreadablePromptFileError where it is no such file */
export async function readGithubModels(file: SourceFile): Promise<ReadPrompt> {
  const fields = Fields.of(file.path, await parseYaml(readableText(file), file.path));
  const entries = fields.mappings('messages');
  if (entries.length === 0) throw fields.fault('it has no `messages`');
  const messages = entries.map((entry) => {
    const role = entry.text('role') ?? '';
    if (!isMessageRole(role)) throw entry.fault(`\`role\` is none of ${messageRoles.join(', ')}`, 'role');
    return { role, ...fillMarks(entry.text('content') ?? '', MARK, ([, name = '']) => ({ variable: name })) };
  });
  const response = readResponse(fields);
  const document = promptDocument({
    name: fields.text('name'),
    description: fields.text('description'),
    messages: messages.map(({ role, template }) => ({ role, text: template })),
    settings: {
      model: fields.text('model'),
      parameters: fields.object('modelParameters'),
      responseSchema: response.schema,
    },
  });
  const losses = [
    ...entries.flatMap((entry) => entry.rest()),
    ...messages.flatMap((message) => message.losses),
    ...response.losses,
    ...fields.lose('testData', 'a prompt here has no test data'),
    ...fields.lose('evaluators', 'a prompt here has no evaluators'),
    ...fields.rest(),
  ];
  return { document, losses, offered: [] };
}

/** The schema stands as JSON in a text, with a name around it. */
function readResponse(fields: Fields): { schema: JsonValue | null; losses: readonly Loss[] } {
  const format = fields.text('responseFormat');
  const written = fields.value('jsonSchema') ?? null;
  const value = typeof written === 'string' ? parseJson(written) : written;
  if (value === undefined) throw fields.fault('`jsonSchema` is no JSON', 'jsonSchema');
  const ignored = value === null && format !== null && format !== 'text';
  const lost = ignored ? fields.lose('responseFormat', 'only the schema of an answer is kept') : [];
  if (!isJsonObject(value) || !Object.hasOwn(value, 'schema')) return { schema: value, losses: lost };
  const { schema, ...around } = value;
  const usual = new Map<string, JsonValue>(Object.entries(ANSWER_SCHEMA));
  const unkept = Object.entries(around).filter(([key, said]) => said !== usual.get(key));
  const losses = unkept.map(([key]) => ({
    what: `jsonSchema.${key}`,
    reason: 'only the schema itself is kept',
  }));
  return { schema: schema ?? null, losses: [...lost, ...losses] };
}
