import { claudeCommand } from './claude/claude-command.js';
import { skill } from './claude/skill.js';
import { copilot } from './copilot/copilot.js';
import { dotprompt } from './dotprompt/dotprompt.js';
import { CannotExpressError, UnreadablePromptFileError } from './errors.js';
import { fabric } from './fabric/fabric.js';
import { githubModels } from './github-models/github-models.js';
import { llm } from './llm/llm.js';
import { markdown } from './markdown/markdown.js';
import { own } from './own/own.js';
import type { PromptDocument } from './prompt-document.js';
import type { FormatId, PromptFormat, ReadPrompt, WrittenPrompt } from './prompt-format.js';
import { promptfoo } from './promptfoo/promptfoo.js';
import { prompty } from './prompty/prompty.js';
import type { SourceFile } from './source-file.js';

export { CannotExpressError, UnreadablePromptFileError } from './errors.js';
export type { JsonObject, JsonValue } from './json-value.js';
export { applyOffered } from './markdown/apply-offered.js';
export {
  type DocumentMessage,
  type MessageRole,
  messageRoles,
  type PromptDocument,
  type PromptSettings,
  promptDocument,
  type VariableDeclaration,
  type VariableType,
  variableTypes,
} from './prompt-document.js';
export {
  type FormatId,
  formatIds,
  type Loss,
  type OfferedVariable,
  type PromptFormat,
  type ReadPrompt,
  type WrittenPrompt,
} from './prompt-format.js';
export { PROMPT_FILE_BYTES, type SourceFile, sourceFile } from './source-file.js';

/** Every format, in the order in which a file is tried. */
export const formats: readonly PromptFormat[] = [
  dotprompt,
  prompty,
  githubModels,
  copilot,
  claudeCommand,
  skill,
  fabric,
  promptfoo,
  llm,
  own,
  markdown,
];

/** The format that a file looks like; null when it looks like none. */
export function formatOf(file: SourceFile): PromptFormat | null {
  return formats.find((format) => format.recognises(file)) ?? null;
}

/**
 * Reads the prompts of a file, in the format named or in the one that it looks like.
 *
 * @throws UnreadablePromptFileError where it is not of that format, or looks like none
 */
export async function readPrompts(file: SourceFile, formatId?: FormatId): Promise<readonly ReadPrompt[]> {
  const format = formatId === undefined ? formatOf(file) : formatNamed(formatId);
  if (format === null) {
    const hint = `Name its format: ${formats.map(({ id }) => id).join(', ')}.`;
    throw new UnreadablePromptFileError(file.path, 'it looks like no format that is known', null, { hint });
  }
  return format.read(file);
}

/**
 * Writes a prompt in a format. What the format has no place for is told as losses.
 *
 * @throws CannotExpressError where the messages, or their meaning, would change, or the format is only read
 */
export async function writePrompt(document: PromptDocument, formatId: FormatId): Promise<WrittenPrompt> {
  const format = formatNamed(formatId);
  if (format.write === undefined) throw new CannotExpressError(format.title, 'it is only read');
  return format.write(document);
}

function formatNamed(id: FormatId): PromptFormat {
  const format = formats.find((candidate) => candidate.id === id);
  if (format === undefined) throw new TypeError(`no format ${id}`);
  return format;
}
