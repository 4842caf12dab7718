import { CannotExpressError, UnreadablePromptFileError } from './errors.js';
import { meaningOf } from './jinja/meaning.js';
import { lossesBetween } from './losses-between.js';
import type { DocumentMessage, PromptDocument } from './prompt-document.js';
import type { Loss, PromptFormat, WrittenPrompt } from './prompt-format.js';

/**
 * Hands out what a format wrote after reading it back: what did not come back is told as losses, so that
 * no writer has to know all that it cannot say.
 *
 * @throws CannotExpressError where the messages came back changed
 */
export async function checkedWrite(
  { title, read }: Pick<PromptFormat, 'title' | 'read'>,
  document: PromptDocument,
  { text, extension }: Pick<WrittenPrompt, 'text' | 'extension'>,
): Promise<WrittenPrompt> {
  const back = await readBack(read, title, { path: `prompt${extension}`, text });
  const spelling = compareMessages(title, document.messages, back.messages);
  return { text, extension, losses: [...spelling, ...lossesBetween(title, document, back)] };
}

async function readBack(
  read: PromptFormat['read'],
  title: string,
  file: { path: string; text: string },
): Promise<PromptDocument> {
  try {
    const [prompt, ...others] = await read(file);
    if (prompt !== undefined && others.length === 0) return prompt.document;
  } catch (error) {
    if (!(error instanceof UnreadablePromptFileError)) throw error;
    throw new CannotExpressError(title, 'it holds what a file of that format cannot hold');
  }
  throw new CannotExpressError(title, 'it would be read as several prompts');
}

function compareMessages(
  title: string,
  given: readonly DocumentMessage[],
  back: readonly DocumentMessage[],
): readonly Loss[] {
  if (given.length !== back.length)
    throw new CannotExpressError(title, `its ${given.length} messages would be read as ${back.length}`);
  return given.flatMap(({ role, text }, index) => {
    const other = back[index];
    if (other === undefined || other.role !== role || meaningOf(other.text) !== meaningOf(text))
      throw new CannotExpressError(title, `message ${index + 1} would not be read back as it is`);
    if (other.text === text) return [];
    const reason = 'it means the same, but spaces in tags, comments or the last line end come back otherwise';
    return [{ what: `the spelling of message ${index + 1}`, reason }];
  });
}
