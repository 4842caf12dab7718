import { Fields } from '../fields.js';
import { nameOfFile } from '../file-name.js';
import { variableName } from '../jinja/names.js';
import type { JsonObject } from '../json-value.js';
import { type FilledText, fillMarks } from '../placeholders.js';
import { type DocumentMessage, promptDocument, type VariableDeclaration } from '../prompt-document.js';
import type { Loss, ReadPrompt } from '../prompt-format.js';
import { typeOfValue } from '../schema/variable-of-schema.js';
import { readableText, type SourceFile } from '../source-file.js';
import { type ParsedYaml, parseYaml } from '../yaml/parse-yaml.js';

/** @throws UnreadablePromptFileError where it is no template */
export async function readLlm(file: SourceFile): Promise<ReadPrompt> {
  const fields = Fields.of(file.path, withPrompt(await parseYaml(readableText(file), file.path)));
  const prompt = fields.text('prompt');
  const system = fields.text('system');
  if (prompt === null && system === null) throw fields.fault('it has neither `prompt` nor `system`');
  const filled = { system: fillDollars(system ?? ''), prompt: fillDollars(prompt ?? '') };
  const user = withInput(prompt ?? '', filled.prompt.template);
  const messages: DocumentMessage[] = [
    ...(system === null ? [] : [{ role: 'system' as const, text: filled.system.template }]),
    { role: 'user', text: user },
  ];
  const document = promptDocument({
    name: fields.text('name') ?? nameOfFile(file.path, '.yaml').replace(/\.yml$/i, ''),
    messages,
    variables: variablesOf(fields.object('defaults')),
    settings: {
      model: fields.text('model'),
      parameters: fields.object('options'),
      responseSchema: fields.value('schema_object') ?? null,
    },
  });
  return {
    document,
    losses: [...filled.system.losses, ...filled.prompt.losses, ...unread(fields)],
    offered: [],
  };
}

/** A file that is one text is a prompt. */
function withPrompt(yaml: ParsedYaml): ParsedYaml {
  return typeof yaml.value === 'string' ? { value: { prompt: yaml.value }, lineOf: () => 1 } : yaml;
}

/** Python's string templates: `$name`, `${name}`, and `$$` for one dollar sign. */
const DOLLAR = /\$(?:(\$)|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g;

function fillDollars(text: string): FilledText {
  return fillMarks(text, DOLLAR, ([, dollar, bare, braced]) =>
    dollar === undefined ? { variable: bare ?? braced ?? '' } : { text: '$' },
  );
}

/** What is piped in stands where `$input` is, or after the prompt. */
function withInput(prompt: string, template: string): string {
  const asks = Array.from(prompt.matchAll(DOLLAR)).some(([, , bare, braced]) => (bare ?? braced) === 'input');
  if (asks) return template;
  return prompt === '' ? '{{ input }}' : `${template}{% if input %}\n{{ input }}{% endif %}`;
}

function variablesOf(defaults: JsonObject): readonly VariableDeclaration[] {
  return Object.entries(defaults).map(([name, value]) => ({
    name: variableName(name),
    type: typeOfValue(value),
    description: null,
    default: value,
    required: false,
  }));
}

function unread(fields: Fields): readonly Loss[] {
  return [
    ...['extract', 'extract_last'].flatMap((key) => fields.lose(key, 'answers are kept whole')),
    ...['fragments', 'system_fragments', 'attachments', 'attachment_types'].flatMap((key) =>
      fields.lose(key, 'other files are not read'),
    ),
    ...fields.lose('tools', 'a prompt here calls no tools'),
    ...fields.lose('functions', 'code is never run'),
    ...fields.rest(),
  ];
}
