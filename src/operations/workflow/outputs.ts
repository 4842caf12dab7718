/** The shapes that workflow operations give back; see the session operations' outputs. */
import * as z from 'zod/mini';
import { inputTypes } from '../../engine/workflow/workflow.js';
import type { JsonValue } from '../../formats/json-value.js';
import { totalShape } from '../paging/total-shape.js';

const text = z.string();
const count = z.number();
const nullable = z.nullable;
const json: z.ZodMiniType<JsonValue> = z.json();

/** A workflow, without its text. */
export const workflowView = z.object({
  id: text,
  /** Null for a global one. */
  project: nullable(z.object({ id: text, name: text })),
  name: text,
  description: nullable(text),
  /** The number of the newest version. */
  latest: count,
  createdBy: text,
  createdAt: z.date(),
  updatedAt: z.date(),
});

/** What recording a workflow brought forth. */
export const workflowWriteOutput = z.object({
  workflow: workflowView,
  /** The version that has the text. */
  version: count,
  /** False when the newest version had the same text already. */
  changed: z.boolean(),
  next: text,
});

export const workflowListOutput = z.object({
  workflows: z.array(workflowView),
  ...totalShape,
  /** Where the next page begins; null on the last. */
  cursor: nullable(text),
});

export const workflowVersionView = z.object({
  number: count,
  /** SHA-256 of the text. */
  checksum: text,
  author: text,
  note: nullable(text),
  createdAt: z.date(),
});

/** An input of a workflow. */
export const workflowInputView = z.object({
  name: text,
  type: z.enum(inputTypes),
  description: nullable(text),
  required: z.boolean(),
  /** Absent when there is none. */
  default: z.optional(json),
  choices: z.optional(z.array(json)),
});

export const workflowShowOutput = z.object({
  workflow: workflowView,
  version: workflowVersionView,
  /** The newest versions, the newest first. */
  versions: z.array(workflowVersionView),
  inputs: z.array(workflowInputView),
  /** Its steps by their paths, with what each does, in the order of the text. */
  steps: z.array(z.object({ path: text, does: text })),
  outputs: z.array(text),
  /** The YAML text, without credentials. */
  source: text,
  next: text,
});

/** Something that is wrong with a workflow. */
export const workflowFaultView = z.object({
  message: text,
  hint: nullable(text),
  line: count,
  column: count,
  /** The line with a caret under the column. */
  excerpt: text,
});

export const workflowValidateOutput = z.object({
  /** The file, or the name and version. */
  name: text,
  valid: z.boolean(),
  faults: z.array(workflowFaultView),
  next: nullable(text),
});

export const workflowGraphOutput = z.object({
  name: text,
  /** A flowchart for Markdown pages. */
  mermaid: text,
  /** The same for a terminal, line by line. */
  drawing: z.array(text),
});

/** The text of a workflow, as it was given. */
export const workflowExportOutput = z.object({
  name: text,
  version: count,
  /** Without credentials. */
  source: text,
});

export type WorkflowView = z.infer<typeof workflowView>;
export type WorkflowVersionView = z.infer<typeof workflowVersionView>;
export type WorkflowInputView = z.infer<typeof workflowInputView>;
export type WorkflowFaultView = z.infer<typeof workflowFaultView>;
export type WorkflowWriteOutput = z.infer<typeof workflowWriteOutput>;
export type WorkflowListOutput = z.infer<typeof workflowListOutput>;
export type WorkflowShowOutput = z.infer<typeof workflowShowOutput>;
export type WorkflowValidateOutput = z.infer<typeof workflowValidateOutput>;
export type WorkflowGraphOutput = z.infer<typeof workflowGraphOutput>;
export type WorkflowExportOutput = z.infer<typeof workflowExportOutput>;
