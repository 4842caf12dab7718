import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PromptRunnerError } from '../../base/errors.js';
import { shellWord } from '../../base/text/shell-word.js';
import type { Deps } from '../../operations/deps.js';
import { inSamePlace } from '../../operations/same-place.js';
import type { CommandContext } from '../command-context.js';
import type { SourcedText } from '../input/text-source.js';

/**
 * Does something with a text. When that fails, and a person wrote the text by hand, it is kept in a file and the
 * failure says where.
 *
 * @param command the beginning of the command that takes the file: `prompt-runner prompt create review`
 */
export async function keepingText<Result>(
  context: CommandContext,
  deps: Deps,
  text: SourcedText,
  command: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (text.method !== 'edit' && text.method !== 'typed') throw error;
    const file = await keep(text.bytes);
    if (!(error instanceof PromptRunnerError)) {
      context.streams.stderr.write(`Your text was kept in ${file}.\n`);
      throw error;
    }
    const { hint, next } = error.remedy;
    throw error.withRemedy({
      hint: [hint, `Your text was kept in ${file}.`].filter((part) => part !== undefined).join(' '),
      next: next ?? inSamePlace(deps, { next: `${command} --file ${shellWord(file)}` }).next,
    });
  }
}

async function keep(bytes: Uint8Array): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'prompt-runner-')), 'prompt.md');
  await writeFile(file, bytes, { mode: 0o600 });
  return file;
}
