import {
  applyOffered,
  type FormatId,
  formatOf,
  type OfferedVariable,
  type PromptDocument,
  type ReadPrompt,
  readPrompts,
  UnreadablePromptFileError,
} from '../../../formats/index.js';
import { withoutSyncMark } from '../../../formats/own/sync-mark.js';
import { suggestedName } from '../../../prompts/library-name.js';
import { ORCHESTRATION_CATEGORY, orchestrationKinds } from '../../../prompts/prompt-kind.js';
import { parseOwnPromptName } from '../../../prompts/prompt-name.js';
import { lossText } from '../views/loss-text.js';
import { readPromptFile } from './prompt-files.js';

/** A prompt as a file holds it. */
export interface FilePrompt {
  readonly file: string;
  readonly format: FormatId;
  readonly name: string;
  readonly document: PromptDocument;
  /** The text of the file, for a file of our own; null for other formats, which are never written to. */
  readonly ownText: string | null;
  /** What the file said when it came from the library; null when it never did. */
  readonly mark: string | null;
  readonly losses: readonly string[];
  readonly offered: readonly OfferedVariable[];
}

export interface Reading {
  readonly format?: FormatId | undefined;
  readonly name?: string | undefined;
  readonly offered: readonly string[];
  readonly asTemplates: boolean;
}

/**
 * The prompts of a file, with their names: the one that was given, the one that the file says, or that of the
 * file.
 *
 * @throws UnreadablePromptFileError, PromptNameError
 */
export async function readFilePrompts(folder: string, file: string, reading: Reading): Promise<FilePrompt[]> {
  const plain = await readPromptFile(folder, file, reading.format);
  const format = reading.format ?? formatOf(plain)?.id;
  if (format === undefined) {
    throw new UnreadablePromptFileError(file, 'it looks like no format that is known', null, {
      hint: 'Name its format with --format.',
    });
  }
  const source = reading.format === format ? plain : await readPromptFile(folder, file, format);
  const { digest, text } =
    format === 'own' ? withoutSyncMark(source.text) : { digest: null, text: source.text };
  const prompts = await readPrompts({ ...source, text }, format);
  return prompts.map((prompt) => {
    const { document: said, losses, offered } = withVariables(prompt, reading.offered);
    const document = reading.asTemplates ? asTemplate(file, said) : said;
    return {
      file,
      format,
      name: parseOwnPromptName(nameOf(file, document, prompts.length, reading.name)),
      document,
      ownText: format === 'own' ? source.text : null,
      mark: digest,
      losses: losses.map(lossText),
      offered,
    };
  });
}

/** Turns those of the offered places into variables that were asked for. */
function withVariables(prompt: ReadPrompt, names: readonly string[]): ReadPrompt {
  if (names.length === 0 || prompt.offered.length === 0) return prompt;
  const chosen = names.includes('all') ? prompt.offered.map(({ name }) => name) : names;
  return applyOffered(prompt, chosen);
}

/**
 * A document as a template for sessions.
 * @throws UnreadablePromptFileError when it is not known what it is for
 */
function asTemplate(file: string, document: PromptDocument): PromptDocument {
  const words = file.replace(FILE_ENDS, '').split('/');
  const kind = document.kind ?? orchestrationKinds.find((one) => words.includes(one)) ?? null;
  if (kind === null) {
    throw new UnreadablePromptFileError(file, 'it does not say what kind of template it is', null, {
      hint: `Write "kind:" into its front matter, with one of these: ${orchestrationKinds.join(', ')}.`,
    });
  }
  return { ...document, kind, category: ORCHESTRATION_CATEGORY, isTemplate: true };
}

const FILE_ENDS = /(?:\.prompt)?\.(?:md|prompt|prompty|ya?ml)$/i;

function nameOf(file: string, { name }: PromptDocument, prompts: number, given: string | undefined): string {
  if (given !== undefined && prompts === 1) return given;
  const suggested = name === null ? '' : suggestedName(name);
  if (suggested !== '') return suggested;
  return suggestedName(file.replace(FILE_ENDS, ''));
}
