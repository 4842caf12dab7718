/** The shapes of what is read of prompts; see the session operations' outputs. */
import * as z from 'zod/mini';
import { searchFields } from '../../prompts/search-text.js';
import { totalShape } from '../paging/total-shape.js';
import { labelView, messageView, promptView, settingsView, variableView, versionView } from './outputs.js';

const text = z.string();
const count = z.number();
const nullableText = z.nullable(text);

/** A prompt in few words. */
const promptName = z.object({
  id: text,
  name: text,
  project: z.nullable(z.object({ id: text, name: text })),
});

/** A prompt that brings another one in. */
const useView = z.object({
  prompt: promptName,
  /** The version that brings it in. */
  version: count,
  /** Which version it asks for: a number or a label; empty for the newest. */
  asked: text,
});

/** What would notice if a prompt went away. */
export const promptUsesOutput = z.object({
  prompt: promptView,
  /** The prompts whose newest or labelled versions bring it in by its name, 1,000 at most. */
  uses: z.array(useView),
  /** The sessions that have a prompt made from one of its versions. */
  sessions: count,
});

export const promptShowOutput = z.object({
  prompt: promptView,
  version: versionView,
  messages: z.array(messageView),
  variables: z.array(variableView),
  settings: settingsView,
  /** The prompts that its messages bring in by literal names, as they name them. */
  bringsIn: z.array(text),
  uses: z.array(useView),
  sessions: count,
  next: text,
});

export const promptListOutput = z.object({
  prompts: z.array(
    z.extend(promptView, {
      /** Whether the project in force has one of the same name, which is taken instead. */
      hidden: z.boolean(),
    }),
  ),
  ...totalShape,
  /** Where the next page begins; null on the last. */
  cursor: nullableText,
});

export const promptVersionsOutput = z.object({
  prompt: promptView,
  /** The newest first. */
  versions: z.array(versionView),
  total: count,
  /** Where the next page begins; null on the last. */
  cursor: nullableText,
});

export const promptVariablesOutput = z.object({
  prompt: promptView,
  version: count,
  variables: z.array(
    z.extend(variableView, {
      /** Where it is used, in the prompt and in what it brings in; line and column from 1. */
      uses: z.array(z.object({ template: text, line: count, column: count, path: text })),
    }),
  ),
});

export const promptRenderOutput = z.object({
  prompt: promptView,
  version: count,
  messages: z.array(messageView),
  /** All messages as the one text that is pasted into a chat. */
  text,
  /** About how many. */
  tokens: count,
  warnings: z.array(text),
});

const labelMoveView = z.object({
  label: text,
  /** The number of the version before; null when the label was new. */
  from: z.nullable(count),
  /** The number of the version since; null when the label was taken away. */
  to: z.nullable(count),
  at: z.date(),
  actor: text,
  note: nullableText,
  /** Whether the label was protected, and was moved all the same. */
  forced: z.boolean(),
});

export const promptLabelsOutput = z.object({
  prompt: promptView,
  labels: z.array(labelView),
  /** Every move, the newest first. */
  moves: z.array(labelMoveView),
});

export const promptTagsOutput = z.object({
  tags: z.array(z.object({ tag: text, prompts: count })),
});

export const promptSearchOutput = z.object({
  /** The nearest first. */
  hits: z.array(
    z.object({
      prompt: promptView,
      /** Called just that, all words in its name, all words somewhere in it, or within its words. */
      closeness: z.enum(['exact-name', 'name', 'words', 'part']),
      matches: z.array(
        z.object({
          field: z.enum(searchFields),
          /** A passage of the field, in one line. */
          text,
          /** What was found in it, in UTF-16 units; the end is behind it. */
          ranges: z.array(z.object({ start: count, end: count })),
          hasBefore: z.boolean(),
          hasAfter: z.boolean(),
        }),
      ),
    }),
  ),
  /** Whether there may be more than were asked for. */
  more: z.boolean(),
});

export type UseView = z.infer<typeof useView>;
export type PromptUsesOutput = z.infer<typeof promptUsesOutput>;
export type PromptShowOutput = z.infer<typeof promptShowOutput>;
export type PromptListOutput = z.infer<typeof promptListOutput>;
export type PromptVersionsOutput = z.infer<typeof promptVersionsOutput>;
export type PromptVariablesOutput = z.infer<typeof promptVariablesOutput>;
export type PromptRenderOutput = z.infer<typeof promptRenderOutput>;
export type LabelMoveView = z.infer<typeof labelMoveView>;
export type PromptLabelsOutput = z.infer<typeof promptLabelsOutput>;
export type PromptTagsOutput = z.infer<typeof promptTagsOutput>;
export type PromptSearchOutput = z.infer<typeof promptSearchOutput>;
