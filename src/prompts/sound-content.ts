import {
  type DocumentMessage,
  isMessageRole,
  isVariableType,
  type PromptSettings,
  type VariableDeclaration,
} from '../formats/prompt-document.js';

/** Whether a JSON value is the messages of a prompt. */
export function areMessages(value: unknown): value is readonly DocumentMessage[] {
  return Array.isArray(value) && value.every(isMessage);
}

function isMessage(value: unknown): boolean {
  if (!isObject(value)) return false;
  return typeof value.role === 'string' && isMessageRole(value.role) && typeof value.text === 'string';
}

/** Whether a JSON value is the variables of a prompt. */
export function areDeclarations(value: unknown): value is readonly VariableDeclaration[] {
  return Array.isArray(value) && value.every(isDeclaration);
}

function isDeclaration(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { name, type, description, required, choices } = value;
  if (typeof name !== 'string' || typeof type !== 'string' || !isVariableType(type)) return false;
  if (!isTextOrNull(description) || typeof required !== 'boolean') return false;
  return choices === undefined || Array.isArray(choices);
}

/** Whether a JSON value is what a prompt asks of a model. */
export function areSettings(value: unknown): value is PromptSettings {
  return (
    isObject(value) && isTextOrNull(value.model) && isObject(value.parameters) && 'responseSchema' in value
  );
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
