import type { ExecutionRedactOutput } from '../../operations/execution/outputs.js';
import { previewRedaction, redactExecution } from '../../operations/execution/redact-execution.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { confirmed } from '../confirmed.js';
import { exitCode } from '../exit-code.js';
import { readText } from '../input/text-source.js';
import { nextLine, sentence } from '../render/next-line.js';
import type { OutputStream } from '../streams.js';
import type { redact } from './redact.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof redact>,
): Promise<number> {
  const texts = options.file === undefined ? [] : await linesOf(context, options.file);
  const deps = await context.openDatabase();
  const wanted = { execution: given.execution, texts, note: options.note };
  const preview = await previewRedaction(deps, wanted);
  if (options['dry-run'] || preview.places === 0) {
    context.print(preview, (stream) => previewText(preview, stream));
    return exitCode.done;
  }
  const question = `Remove for good, without a way back: ${foundText(preview)}?`;
  if (!(await confirmed(context, question))) return exitCode.failed;
  const output = await redactExecution(deps, { ...wanted, execution: preview.execution });
  context.print(
    output,
    (stream) => sentence(`Removed: ${foundText(output)}.`, stream) + nextLine(output.next, stream),
  );
  return exitCode.done;
}

/** A text a line; what an editor or `echo` puts behind the last one is none. */
async function linesOf(context: CommandContext, file: string): Promise<string[]> {
  const { bytes } = await readText({ what: 'the texts to remove', file }, context);
  return new TextDecoder()
    .decode(bytes)
    .split(/\r?\n/)
    .filter((line) => line !== '');
}

function previewText(preview: ExecutionRedactOutput, stream: OutputStream): string {
  if (preview.places > 0) {
    return sentence(`It would remove: ${foundText(preview)}.`, stream) + nextLine(preview.next, stream);
  }
  const said = `Nothing of it is in execution ${preview.execution}, nor in what belongs to it.`;
  return sentence(said, stream) + nextLine(preview.next, stream);
}

/** What was found and where: what it looks like, never what it is. */
function foundText({ kinds, places, executions, attempts }: ExecutionRedactOutput): string {
  const found = kinds.map(({ kind, places: of }) => `${kind} (${placesText(of)})`).join(', ');
  const where = [
    counted(executions.length, 'execution'),
    ...(attempts.length === 0 ? [] : [counted(attempts.length, 'attempt')]),
  ].join(' and ');
  return kinds.length === 1 ? `${found}, in ${where}` : `${found}; ${placesText(places)} in ${where}`;
}

function placesText(places: number): string {
  return counted(places, 'place');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
