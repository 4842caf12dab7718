import { isDeepStrictEqual } from 'node:util';
import type { JsonValue } from '../formats/json-value.js';
import type { MessageRole, VariableDeclaration } from '../formats/prompt-document.js';
import { diffText, type TextHunk } from './diff-text.js';
import type { PromptContent } from './prompt-content.js';

/** A message of two contents, by its place. */
export interface MessageDifference {
  /** From 1. */
  readonly position: number;
  /** Null where the first content has no such message. */
  readonly roleBefore: MessageRole | null;
  /** Null where the second one has none. */
  readonly roleAfter: MessageRole | null;
  readonly hunks: readonly TextHunk[];
}

/** Something that has a name, and another value; undefined where there is none. */
export interface NamedDifference<Value> {
  readonly name: string;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** What changed from one content to another. */
export interface ContentDifference {
  readonly messages: readonly MessageDifference[];
  /** Only those that differ. */
  readonly variables: readonly NamedDifference<VariableDeclaration>[];
  /** Only those that differ: `model`, `response_schema`, and parameters by their names. */
  readonly settings: readonly NamedDifference<JsonValue>[];
}

/**
 * Compares what two versions say: message by message in their order, variables and settings by name.
 *
 * @example diffContent(before, after).messages[0]?.hunks
 */
export function diffContent(before: PromptContent, after: PromptContent): ContentDifference {
  return {
    messages: messageDifferences(before, after),
    variables: named(variablesOf(before), variablesOf(after)),
    settings: named(settingsOf(before), settingsOf(after)),
  };
}

function messageDifferences(before: PromptContent, after: PromptContent): MessageDifference[] {
  const count = Math.max(before.messages.length, after.messages.length);
  return Array.from({ length: count }, (_, at) => {
    const [old, now] = [before.messages[at], after.messages[at]];
    return {
      position: at + 1,
      roleBefore: old?.role ?? null,
      roleAfter: now?.role ?? null,
      hunks: diffText(old?.text ?? '', now?.text ?? ''),
    };
  });
}

function variablesOf({ variables }: PromptContent): Map<string, VariableDeclaration> {
  return new Map(variables.map((variable) => [variable.name, variable]));
}

function settingsOf({ settings }: PromptContent): Map<string, JsonValue> {
  const { model, parameters, responseSchema } = settings;
  const said = Object.entries(parameters).map(([name, value]) => [`parameters.${name}`, value] as const);
  return new Map<string, JsonValue>([
    ...(model === null ? [] : [['model', model] as const]),
    ...said,
    ...(responseSchema === null ? [] : [['response_schema', responseSchema] as const]),
  ]);
}

function named<Value>(before: ReadonlyMap<string, Value>, after: ReadonlyMap<string, Value>) {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((name): NamedDifference<Value> => ({ name, before: before.get(name), after: after.get(name) }))
    .filter((difference) => !isDeepStrictEqual(difference.before, difference.after));
}
