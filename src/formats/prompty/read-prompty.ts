import { UnreadablePromptFileError } from '../errors.js';
import type { Fields } from '../fields.js';
import { readFrontMatterFile } from '../front-matter-file.js';
import { readHandlebars } from '../handlebars/read-handlebars.js';
import { HandlebarsError } from '../handlebars/token.js';
import { printJinja } from '../jinja/print-jinja.js';
import { isJsonObject, type JsonValue } from '../json-value.js';
import { promptDocument } from '../prompt-document.js';
import type { Loss, ReadPrompt } from '../prompt-format.js';
import type { SourceFile } from '../source-file.js';
import { readModel } from './model-field.js';
import { schemaOfOutputs } from './output-schema.js';
import { namedProperties, readProperty } from './properties.js';
import { readRoleLines, rolesInBlocks } from './role-lines.js';

/** @throws UnreadablePromptFileError where it is no Prompty file */
export async function readPrompty(file: SourceFile): Promise<ReadPrompt> {
  const { fields, body, bodyLine } = await readFrontMatterFile(file);
  const template = readTemplate(fields, file.path, body, bodyLine);
  const lines = readRoleLines(template.text);
  const inputs = namedProperties(fields.value('inputs') ?? null).map(readProperty);
  const { losses: modelLosses, ...settings } = readModel(fields);
  const metadata = readMetadata(fields);
  const document = promptDocument({
    name: fields.text('name'),
    description: fields.text('description'),
    tags: [...metadata.tags, ...fields.texts('tags')],
    messages: lines.map(({ message }) => message),
    variables: inputs.flatMap(({ variable }) => variable ?? []),
    settings: { ...settings, responseSchema: schemaOfOutputs(fields.value('outputs')) },
  });
  const attributes = lines.flatMap((line) => line.attributes ?? []);
  const losses = [
    ...modelLosses,
    ...inputs.flatMap((input) => input.losses),
    ...metadata.losses,
    ...fields.lose('tools', 'a prompt here calls no tools'),
    ...fields.lose('sample', 'a prompt here has no sample values'),
    ...fields.rest(),
    ...attributes.map((what): Loss => ({ what, reason: 'a message here has a role and a text' })),
    ...rolesInBlocks(template.text).map((line) => roleInBlock(bodyLine + line - 1)),
    ...template.losses,
  ];
  return { document, losses, offered: [] };
}

function roleInBlock(line: number): Loss {
  const reason = 'whether there is a message cannot depend on a value; it stays as text';
  return { what: 'a role in a block', reason, line };
}

function readMetadata(fields: Fields): { tags: readonly string[]; losses: readonly Loss[] } {
  const metadata = fields.mapping('metadata');
  return { tags: metadata?.texts('tags') ?? [], losses: metadata?.rest('a prompt here has tags only') ?? [] };
}

interface ReadTemplate {
  readonly text: string;
  readonly losses: readonly Loss[];
}

function readTemplate(fields: Fields, path: string, body: string, bodyLine: number): ReadTemplate {
  const engine = engineOf(fields.value('template') ?? null);
  if (engine === 'jinja2') return { text: body, losses: [] };
  if (engine !== 'mustache')
    throw fields.fault(`its template is of "${engine}", which is not read`, 'template');
  try {
    const { parts, losses } = readHandlebars(body);
    const text = printJinja(parts.flatMap(({ nodes }) => nodes));
    return { text, losses: losses.map((loss) => ({ ...loss, line: (loss.line ?? 1) + bodyLine - 1 })) };
  } catch (error) {
    if (!(error instanceof HandlebarsError)) throw error;
    throw new UnreadablePromptFileError(path, error.message, error.line + bodyLine - 1);
  }
}

/** `jinja2`, `{format: jinja2}`, `{format: {kind: jinja2}}` and, in version 1, `{type: jinja2}`. */
function engineOf(template: JsonValue): string {
  if (typeof template === 'string') return template;
  if (!isJsonObject(template)) return 'jinja2';
  const format = template.format ?? template.type ?? null;
  const kind = isJsonObject(format) ? format.kind : format;
  return typeof kind === 'string' ? kind : 'jinja2';
}
