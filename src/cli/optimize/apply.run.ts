import { applyOptimization } from '../../operations/optimize/apply-optimization.js';
import type { OptimizationApplyOutput } from '../../operations/optimize/outputs.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { noteWarnings } from '../note-warnings.js';
import { nextLine, sentence } from '../render/next-line.js';
import type { OutputStream } from '../streams.js';
import type { apply } from './apply.js';

export async function run(
  context: CommandContext,
  { arguments: { optimization }, options }: InputOf<typeof apply>,
): Promise<number> {
  const output = await applyOptimization(await context.openDatabase(), { optimization, ...options });
  noteWarnings(context, output.warnings);
  context.print(output, (stream) => page(output, stream));
  return exitCode.done;
}

function page(
  { candidate, prompt, changed, note, next }: OptimizationApplyOutput,
  stream: OutputStream,
): string {
  const what = changed
    ? `${prompt} is a new version, with the text of ${candidate}. No label was moved.`
    : `${prompt} has the text of ${candidate} already.`;
  return `${sentence(what, stream)}${changed ? sentence(note, stream) : ''}${nextLine(next, stream)}`;
}
