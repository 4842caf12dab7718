import { UnreadablePromptFileError } from '../errors.js';
import { isJsonList, isJsonObject, type JsonValue } from '../json-value.js';
import { parseJson } from '../parse-json.js';
import { type DocumentMessage, isMessageRole } from '../prompt-document.js';
import { parseYaml } from '../yaml/parse-yaml.js';

/**
 * The messages of a text that is a chat, a list of roles and contents in JSON or YAML; one message of the user
 * where it is any other text. Null where it is a chat that a prompt here cannot be.
 */
export async function readChatText(text: string): Promise<readonly DocumentMessage[] | null> {
  const chat = await chatIn(text);
  if (chat === null) return [{ role: 'user', text }];
  const messages = chat.map(messageOf);
  return messages.every((message) => message !== null) && messages.length > 0 ? messages : null;
}

/** A text that is read as these messages. */
export async function printChatText(messages: readonly DocumentMessage[]): Promise<string> {
  const [first, ...others] = messages;
  const isPlain = first?.role === 'user' && others.length === 0 && !/^(?:file:\/\/|\s*$)/.test(first.text);
  if (first !== undefined && isPlain && (await chatIn(first.text)) === null) return first.text;
  return JSON.stringify(
    messages.map(({ role, text }) => ({ role, content: text })),
    null,
    2,
  );
}

async function chatIn(text: string): Promise<readonly JsonValue[] | null> {
  const value = /^\s*\[/.test(text)
    ? parseJson(text)
    : /^\s*- role:/.test(text)
      ? await yamlIn(text)
      : undefined;
  return isJsonList(value) && value.some((one) => isJsonObject(one) && Object.hasOwn(one, 'role'))
    ? value
    : null;
}

/** A text that begins like a list of messages may still be any text. */
async function yamlIn(text: string): Promise<JsonValue | undefined> {
  try {
    return (await parseYaml(text, '')).value;
  } catch (error) {
    if (error instanceof UnreadablePromptFileError) return undefined;
    throw error;
  }
}

function messageOf(value: JsonValue): DocumentMessage | null {
  if (!isJsonObject(value)) return null;
  const { role, content } = value;
  const isMessage = typeof role === 'string' && typeof content === 'string' && isMessageRole(role);
  return isMessage ? { role, text: content } : null;
}
