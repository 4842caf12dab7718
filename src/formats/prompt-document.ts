import type { JsonObject, JsonValue } from './json-value.js';

export const messageRoles = ['system', 'user', 'assistant'] as const;
export type MessageRole = (typeof messageRoles)[number];

/** One message of a prompt. */
export interface DocumentMessage {
  readonly role: MessageRole;
  /** The text of a Jinja2 template. */
  readonly text: string;
}

export const variableTypes = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'any'] as const;
export type VariableType = (typeof variableTypes)[number];

/** What a prompt says of one of its variables. */
export interface VariableDeclaration {
  readonly name: string;
  readonly type: VariableType;
  readonly description: string | null;
  /** The value when none is given; absent when there is no such value. */
  readonly default?: JsonValue;
  readonly required: boolean;
  /** The values to choose from; absent when any value of the type will do. */
  readonly choices?: readonly JsonValue[];
}

/** What a prompt asks of a model, when it says so. */
export interface PromptSettings {
  readonly model: string | null;
  /** Temperature and the like, under the names that the file gives them. */
  readonly parameters: JsonObject;
  /** The JSON schema of the answer. */
  readonly responseSchema: JsonValue | null;
}

/** A prompt as files hold it: what every format reads into, and is written from. */
export interface PromptDocument {
  readonly name: string | null;
  readonly description: string | null;
  readonly category: string | null;
  readonly tags: readonly string[];
  readonly kind: string | null;
  readonly featureType: string | null;
  readonly isTemplate: boolean;
  /** At least one. */
  readonly messages: readonly DocumentMessage[];
  readonly variables: readonly VariableDeclaration[];
  readonly settings: PromptSettings;
  /** The version of the library that a file of our own was written from; null elsewhere. */
  readonly version: number | null;
}

/** What a file says of a prompt; the rest is nothing. */
export type DocumentParts = Partial<Omit<PromptDocument, 'settings'>> &
  Pick<PromptDocument, 'messages'> & { readonly settings?: Partial<PromptSettings> };

/**
 * A document from its parts.
 *
 * @example promptDocument({ messages: [{ role: 'user', text: 'Hi' }] }).name === null
 */
export function promptDocument(parts: DocumentParts): PromptDocument {
  return {
    name: null,
    description: null,
    category: null,
    tags: [],
    kind: null,
    featureType: null,
    isTemplate: false,
    variables: [],
    version: null,
    ...parts,
    settings: { model: null, parameters: {}, responseSchema: null, ...parts.settings },
  };
}

/** A variable of which nothing is known but its name: a text that has to be given. */
export function bareVariable(name: string): VariableDeclaration {
  return { name, type: 'string', description: null, required: true };
}

export function isMessageRole(text: string): text is MessageRole {
  return messageRoles.some((role) => role === text);
}

export function isVariableType(text: string): text is VariableType {
  return variableTypes.some((type) => type === text);
}
