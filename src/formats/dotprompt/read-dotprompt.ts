import { UnreadablePromptFileError } from '../errors.js';
import type { Fields } from '../fields.js';
import { readFrontMatterFile } from '../front-matter-file.js';
import { readHandlebars } from '../handlebars/read-handlebars.js';
import { HandlebarsError } from '../handlebars/token.js';
import { printJinja } from '../jinja/print-jinja.js';
import type { JsonObject } from '../json-value.js';
import { occurrences } from '../occurrences.js';
import { type DocumentMessage, promptDocument } from '../prompt-document.js';
import type { Loss, ReadPrompt } from '../prompt-format.js';
import { jsonSchemaOf, PicoschemaError } from '../schema/picoschema.js';
import { type SchemaVariables, variablesOfSchema } from '../schema/variables-of-schema.js';
import type { SourceFile } from '../source-file.js';
import { trimmedEdges } from './trimmed-edges.js';

/** @throws UnreadablePromptFileError where it is no dotprompt file */
export async function readDotprompt(file: SourceFile): Promise<ReadPrompt> {
  const { fields, body, bodyLine } = await readFrontMatterFile(file);
  const template = readTemplate(file.path, body, bodyLine);
  const input = readInput(fields);
  const output = readOutput(fields);
  const document = promptDocument({
    name: fields.text('name'),
    description: fields.text('description'),
    messages: template.messages,
    variables: input.variables,
    settings: {
      model: fields.text('model'),
      parameters: fields.object('config'),
      responseSchema: output.schema,
    },
  });
  const unread = ['tools', 'toolDefs', 'maxTurns', 'toolChoice'].flatMap((key) =>
    fields.lose(key, 'a prompt here calls no tools'),
  );
  const losses = [...input.losses, ...output.losses, ...unread, ...fields.rest(), ...template.losses];
  return { document, losses, offered: [] };
}

interface ReadTemplate {
  readonly messages: readonly DocumentMessage[];
  readonly losses: readonly Loss[];
}

/** What stands before the first role is of the user; a message of nothing but spaces is none. */
function readTemplate(path: string, body: string, bodyLine: number): ReadTemplate {
  const lead = body.length - body.trimStart().length;
  const firstLine = bodyLine + occurrences(body.slice(0, lead), '\n');
  try {
    const { parts, losses } = readHandlebars(body.trim());
    const messages = parts.map(({ role, nodes }): DocumentMessage => {
      return { role: role ?? 'user', text: printJinja(role === null ? nodes : trimmedEdges(nodes)) };
    });
    const spoken = messages.filter(({ text }) => text.trim() !== '');
    return {
      messages: spoken.length === 0 ? [{ role: 'user', text: '' }] : spoken,
      losses: losses.map((loss) => ({ ...loss, line: (loss.line ?? 1) + firstLine - 1 })),
    };
  } catch (error) {
    if (!(error instanceof HandlebarsError)) throw error;
    throw new UnreadablePromptFileError(path, error.message, error.line + firstLine - 1);
  }
}

function readInput(fields: Fields): SchemaVariables {
  const input = fields.mapping('input');
  if (input === null) return { variables: [], losses: [] };
  const defaults = input.object('default');
  const { variables, losses } = variablesOfSchema(readSchema(input, 'schema') ?? {}, defaults);
  return { variables, losses: [...losses, ...input.rest()] };
}

function readOutput(fields: Fields): { schema: JsonObject | null; losses: readonly Loss[] } {
  const output = fields.mapping('output');
  if (output === null) return { schema: null, losses: [] };
  const schema = readSchema(output, 'schema');
  const format = output.text('format');
  const isSaid = format === null || (format === 'json' && schema !== null);
  const losses = isSaid ? [] : output.lose('format', 'only the schema of an answer is kept');
  return { schema, losses: [...losses, ...output.rest()] };
}

function readSchema(fields: Fields, key: string): JsonObject | null {
  const value = fields.value(key) ?? null;
  try {
    return value === null ? null : jsonSchemaOf(value);
  } catch (error) {
    if (error instanceof PicoschemaError) throw fields.fault(error.message, key);
    throw error;
  }
}
