import { AnswerSchemaError } from '../../engine/execution/errors.js';
import type { ExecutionRequest } from '../../engine/execution/execution-request.js';
import type { JsonValue } from '../../formats/json-value.js';
import { isJsonObject } from '../../formats/json-value.js';
import type { GivenFile } from '../template/template-input.js';
import { utf8Text } from '../template/utf8-text.js';

type Schema = ExecutionRequest['responseSchema'];

/**
 * The JSON schema in a file.
 * @throws AnswerSchemaError, NotUtf8Error
 */
export function schemaInFile({ name, bytes }: GivenFile): Schema {
  const value = parsed(utf8Text(bytes, name), name);
  if (isJsonObject(value)) return value;
  throw new AnswerSchemaError(`"${name}" holds no JSON schema: that is an object.`, {
    hint: 'For instance {"type": "object", "properties": {"score": {"type": "number"}}}.',
  });
}

/** The schema that a prompt asks for; one that says nothing is none. */
export function schemaOfPrompt(schema: JsonValue | null): Schema {
  return schema !== null && isJsonObject(schema) ? schema : null;
}

function parsed(text: string, name: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AnswerSchemaError(`"${name}" cannot be read as JSON: ${reason}.`, {}, { cause });
  }
}
