import { checkedWrite } from '../checked-write.js';
import { withFrontMatter } from '../front-matter.js';
import { printHandlebars } from '../handlebars/print-handlebars.js';
import type { JsonObject, JsonValue } from '../json-value.js';
import type { DocumentMessage, PromptDocument, VariableDeclaration } from '../prompt-document.js';
import type { WrittenPrompt } from '../prompt-format.js';
import { schemaOfVariable } from '../schema/variable-of-schema.js';
import { translateMessages } from '../translate-messages.js';
import { printYaml } from '../yaml/print-yaml.js';
import { readDotprompt } from './read-dotprompt.js';

const TITLE = 'dotprompt';

/** @throws CannotExpressError where a message says what Handlebars cannot */
export async function writeDotprompt(document: PromptDocument): Promise<WrittenPrompt> {
  const messages = translateMessages(TITLE, document.messages, printHandlebars);
  const yaml = await printYaml(metadata(document));
  const written = { text: withFrontMatter(yaml, bodyOf(messages)), extension: '.prompt' };
  return checkedWrite({ title: TITLE, read: async (file) => [await readDotprompt(file)] }, document, written);
}

function bodyOf(messages: readonly DocumentMessage[]): string {
  const [first, ...others] = messages;
  if (first?.role === 'user' && others.length === 0) return `${first.text}\n`;
  return messages.map(({ role, text }) => `{{role "${nameOf(role)}"}}\n${text}\n`).join('');
}

/** dotprompt calls the assistant "model". */
function nameOf(role: DocumentMessage['role']): string {
  return role === 'assistant' ? 'model' : role;
}

function metadata({ name, description, variables, settings }: PromptDocument): JsonObject {
  const { model, parameters, responseSchema } = settings;
  const defaults = variables.flatMap((one): [string, JsonValue][] =>
    one.default === undefined ? [] : [[one.name, one.default]],
  );
  const input = {
    ...(variables.length === 0 ? {} : { schema: schemaOf(variables) }),
    ...(defaults.length === 0 ? {} : { default: Object.fromEntries(defaults) }),
  };
  return {
    ...(name === null ? {} : { name }),
    ...(description === null ? {} : { description }),
    ...(model === null ? {} : { model }),
    ...(Object.keys(parameters).length === 0 ? {} : { config: parameters }),
    ...(variables.length === 0 ? {} : { input }),
    ...(isSchema(responseSchema) ? { output: { format: 'json', schema: responseSchema } } : {}),
  };
}

/** What a reader takes for a JSON schema, and not for Picoschema. */
function isSchema(schema: JsonValue | null): boolean {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return false;
  return 'type' in schema && Object.hasOwn(schema, 'type') && schema.type === 'object';
}

/** Picoschema where it can say all of them, and JSON schema otherwise. */
function schemaOf(variables: readonly VariableDeclaration[]): JsonObject {
  const short = variables.map(picoField);
  if (short.every((field) => field !== null)) return Object.fromEntries(short);
  const required = variables.filter((one) => one.required).map((one) => one.name);
  return {
    type: 'object',
    properties: Object.fromEntries(variables.map((one) => [one.name, withoutDefault(one)])),
    ...(required.length === 0 ? {} : { required }),
  };
}

function withoutDefault({ default: _, ...variable }: VariableDeclaration): JsonObject {
  return schemaOfVariable(variable);
}

function picoField(variable: VariableDeclaration): [string, JsonValue] | null {
  const { name, type, description, required, choices } = variable;
  const isPlain = description === null || /^[^\s),][^\n),]*$/.test(description);
  if (!/^\w+$/.test(name) || !isPlain) return null;
  const key = required ? name : `${name}?`;
  const what = description === null ? '' : `, ${description}`;
  if (choices !== undefined)
    return type === 'string' && choices.length > 0 ? [`${key}(enum${what})`, choices] : null;
  if (type === 'array') return null;
  if (type === 'object') return [`${key}(object${what})`, { '(*)': 'any' }];
  return [key, `${type}${what}`];
}
