import type { PromptDocument } from './prompt-document.js';
import type { SourceFile } from './source-file.js';

export const formatIds = [
  'own',
  'dotprompt',
  'prompty',
  'promptfoo',
  'llm',
  'fabric',
  'github-models',
  'claude-command',
  'skill',
  'copilot',
  'markdown',
] as const;
export type FormatId = (typeof formatIds)[number];

/** Those that prompts can be written in; the others are only read. */
export const writableFormatIds = ['own', 'dotprompt', 'prompty', 'promptfoo', 'github-models'] as const;

/** Something that could not be carried over. */
export interface Loss {
  /** Such as `tools`, or `helper {{#list}}`. */
  readonly what: string;
  readonly reason: string;
  /** The line of the file that was read, from 1. */
  readonly line?: number;
}

/** A place in a text that looks as if it were meant to be filled in, and is left as it is until asked for. */
export interface OfferedVariable {
  readonly name: string;
  /** As it stands in the text, such as `[PLACEHOLDER]`. */
  readonly written: string;
  readonly occurrences: number;
}

export interface ReadPrompt {
  readonly document: PromptDocument;
  readonly losses: readonly Loss[];
  readonly offered: readonly OfferedVariable[];
}

export interface WrittenPrompt {
  readonly text: string;
  /** With its dot, such as `.prompt.yml`. */
  readonly extension: string;
  readonly losses: readonly Loss[];
}

/** A kind of prompt file. */
export interface PromptFormat {
  readonly id: FormatId;
  readonly title: string;
  /** What it reads, and what is lost, in one or two sentences. */
  readonly describes: string;
  /** Whether a file looks like this format, from its path and its beginning. */
  recognises(file: SourceFile): boolean;
  /**
   * The prompts of a file: several where it holds several.
   *
   * @throws UnreadablePromptFileError where it is not of this format
   */
  read(file: SourceFile): Promise<readonly ReadPrompt[]>;
  /**
   * Absent for formats that are only read.
   *
   * @throws CannotExpressError where the messages, or their meaning, would change
   */
  write?(document: PromptDocument): Promise<WrittenPrompt>;
}
