/** The shape of a difference between prompts; see the session operations' outputs. */
import * as z from 'zod/mini';
import type { JsonValue } from '../../formats/json-value.js';
import { messageRoles, variableTypes } from '../../formats/prompt-document.js';
import { versionView } from './outputs.js';

const text = z.string();
const json: z.ZodMiniType<JsonValue> = z.json();

/** Lines that follow each other and are all the same, added or removed. */
export const hunkView = z.object({
  kind: z.enum(['same', 'added', 'removed']),
  /** Whole lines, with their line ends. */
  text,
  /** The same text in parts, where lines were changed rather than written anew. */
  words: z.optional(z.array(z.object({ isChanged: z.boolean(), text }))),
});

/** A variable as it is declared. */
const declarationView = z.object({
  name: text,
  type: z.enum(variableTypes),
  description: z.nullable(text),
  required: z.boolean(),
  default: z.optional(json),
  choices: z.optional(z.array(json)),
});

export const promptDiffOutput = z.object({
  before: z.object({ prompt: text, version: versionView }),
  after: z.object({ prompt: text, version: versionView }),
  /** Whether both say the same. */
  same: z.boolean(),
  messages: z.array(
    z.object({
      /** From 1. */
      position: z.number(),
      roleBefore: z.nullable(z.enum(messageRoles)),
      roleAfter: z.nullable(z.enum(messageRoles)),
      hunks: z.array(hunkView),
    }),
  ),
  /** Declarations that differ; null where there is none. */
  variables: z.array(
    z.object({ name: text, before: z.nullable(declarationView), after: z.nullable(declarationView) }),
  ),
  /** Settings that differ; null where there is none. */
  settings: z.array(z.object({ name: text, before: json, after: json })),
});

export type HunkView = z.infer<typeof hunkView>;
export type PromptDiffOutput = z.infer<typeof promptDiffOutput>;
