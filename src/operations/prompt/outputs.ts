/** The shapes that prompt operations give back; see the session operations' outputs. */
import * as z from 'zod/mini';
import type { JsonValue } from '../../formats/json-value.js';
import { messageRoles, variableTypes } from '../../formats/prompt-document.js';

const text = z.string();
const count = z.number();
const nullableText = z.nullable(text);
const json: z.ZodMiniType<JsonValue> = z.json();

export const labelView = z.object({
  label: text,
  /** The number of the version that it points to. */
  version: count,
  at: z.date(),
  actor: text,
});

export const promptView = z.object({
  id: text,
  /** Null for a global prompt. */
  project: z.nullable(z.object({ id: text, name: text })),
  name: text,
  description: nullableText,
  category: nullableText,
  tags: z.array(text),
  kind: nullableText,
  featureType: nullableText,
  isTemplate: z.boolean(),
  /** Whether sessions take it in its layer: kind, project and feature type. */
  isInForce: z.boolean(),
  /** The number of the newest version. */
  latest: count,
  labels: z.array(labelView),
  createdBy: text,
  createdAt: z.date(),
  updatedAt: z.date(),
  deletedAt: z.nullable(z.date()),
});

export const versionView = z.object({
  id: text,
  number: count,
  /** SHA-256 of messages, variables and settings. */
  checksum: text,
  /** Bytes of the messages. */
  size: count,
  author: text,
  note: nullableText,
  createdAt: z.date(),
  /** The labels that point to it. */
  labels: z.array(text),
});

export const messageView = z.object({ role: z.enum(messageRoles), text });

export const variableView = z.object({
  name: text,
  type: z.enum(variableTypes),
  description: nullableText,
  required: z.boolean(),
  /** Absent when there is none. */
  default: z.optional(json),
  choices: z.optional(z.array(json)),
  /** Whether the prompt declares it, rather than only using it. */
  declared: z.boolean(),
  /** Whether the prompt, or one that it brings in, uses it. */
  used: z.boolean(),
});

export const settingsView = z.object({
  model: nullableText,
  parameters: z.record(text, json),
  responseSchema: json,
});

/** What writing a prompt brought forth: a prompt, and a version unless the content was the same. */
export const promptWriteOutput = z.object({
  prompt: promptView,
  /** The version that is the newest now. */
  version: count,
  /** False when everything was so already. */
  changed: z.boolean(),
  /** What is most likely not meant, and what could not be carried over. */
  warnings: z.array(text),
  next: text,
});

/** Where a label points now. */
export const promptLabelOutput = z.object({
  prompt: promptView,
  label: text,
  /** The number of the version before; null when the label is new. */
  from: z.nullable(count),
  /** The number of the version since; null when the label is gone. */
  to: z.nullable(count),
  changed: z.boolean(),
  /** Whether a protection was overruled. */
  forced: z.boolean(),
  next: text,
});

/** The labels that only admins move. */
export const protectedLabelsOutput = z.object({
  labels: z.array(text),
  /** Whether they are others than before. */
  changed: z.boolean(),
});

/** A label, and the version that it points to. */
export type LabelView = z.infer<typeof labelView>;
/** A prompt, without its content. */
export type PromptView = z.infer<typeof promptView>;
/** A version of a prompt, without its content. */
export type VersionView = z.infer<typeof versionView>;
/** One message of a prompt. */
export type MessageView = z.infer<typeof messageView>;
/** A variable of a prompt. */
export type VariableView = z.infer<typeof variableView>;
/** What a prompt asks of a model. */
export type SettingsView = z.infer<typeof settingsView>;
/** What writing a prompt brought forth. */
export type PromptWriteOutput = z.infer<typeof promptWriteOutput>;
/** What moving a label brought forth. */
export type PromptLabelOutput = z.infer<typeof promptLabelOutput>;
/** The labels that only admins move. */
export type ProtectedLabelsOutput = z.infer<typeof protectedLabelsOutput>;
