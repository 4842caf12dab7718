import type { PromptWriteOutput } from '../../operations/prompt/outputs.js';
import { homeText } from '../../operations/prompt/prompt-home.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { noteWarnings } from '../note-warnings.js';
import { nextLine, sentence } from '../render/next-line.js';

/**
 * Tells what writing a prompt brought forth: warnings, a sentence, and the next command.
 *
 * @param said what happened to it: "is created"
 */
export function printWritten(context: CommandContext, output: PromptWriteOutput, said: string): number {
  const { prompt, version, changed, next, warnings } = output;
  noteWarnings(context, warnings);
  const text = changed
    ? `Prompt "${prompt.name}" ${said}.`
    : `Prompt "${prompt.name}" is unchanged: version ${version} says this already.`;
  context.print(output, (stream) => sentence(text, stream) + nextLine(next, stream));
  return exitCode.done;
}

/** Where a prompt is kept, and its newest version: "in project shop, version 1". */
export function keptWhere({ prompt, version }: PromptWriteOutput): string {
  return `${homeText(prompt.project)}, version ${version}`;
}
