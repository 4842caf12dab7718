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
  const { session, batch, run: workflowRun, before } = options;
  const wanted = { ...given, session, batch, run: workflowRun, before, texts, note: options.note };
  const preview = await previewRedaction(deps, wanted);
  if (options['dry-run'] || preview.places === 0) {
    context.print(preview, (stream) => previewText(preview, stream));
    return exitCode.done;
  }
  const question = `Remove for good, without a way back: ${foundText(preview)}?`;
  if (!(await confirmed(context, question))) return exitCode.failed;
  const output = await redactExecution(deps, exactly(wanted, preview));
  context.print(
    output,
    (stream) => sentence(`Removed: ${foundText(output)}.`, stream) + nextLine(output.next, stream),
  );
  return exitCode.done;
}

/** What was looked at, and nothing else: `latest` may be another one by now. */
function exactly<Wanted extends Record<string, unknown>>(wanted: Wanted, { subject }: ExecutionRedactOutput) {
  return subject.id === null ? wanted : { ...wanted, [subject.kind]: subject.id };
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
  return sentence(nothingFound(preview), stream) + nextLine(preview.next, stream);
}

function nothingFound({ subject: { kind, id } }: ExecutionRedactOutput): string {
  return id === null
    ? 'Nothing of it is in what was begun before that time.'
    : `Nothing of it is in ${kind} ${id}, nor in what belongs to it.`;
}

/** What was found and where: what it looks like, never what it is. */
function foundText({ kinds, places, ...found }: ExecutionRedactOutput): string {
  const what = kinds.map(({ kind, places: of }) => `${kind} (${placesText(of)})`).join(', ');
  const where = whereText(found);
  if (where === '') return what;
  return kinds.length === 1 ? `${what}, in ${where}` : `${what}; ${placesText(places)} in ${where}`;
}

/** Nothing when it is only in what a session or a batch is called and asks. */
function whereText({
  executions,
  attempts,
  runs,
  rows,
}: Pick<ExecutionRedactOutput, 'executions' | 'attempts' | 'runs' | 'rows'>): string {
  const holders = [
    [executions.length, 'execution'],
    [attempts.length, 'attempt'],
    [runs.length, 'run'],
    [rows, 'row'],
  ] as const;
  return listed(holders.flatMap(([count, noun]) => (count === 0 ? [] : counted(count, noun))));
}

/** @example listed(['1 run', '2 rows']) === '1 run and 2 rows' */
function listed(parts: readonly string[]): string {
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter((part) => part !== '').join(' and ');
}

function placesText(places: number): string {
  return counted(places, 'place');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
