import { join } from 'node:path';
import type { BatchOutput } from '../../operations/session/outputs.js';
import { planBatch } from '../../operations/session/plan-batch.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { writeOutput } from '../input/output-file.js';
import { readText } from '../input/text-source.js';
import { noteWarnings } from '../note-warnings.js';
import { withProgress } from '../render/progress.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';
import type { batch } from './batch.js';
import { checkDestination } from './deliver-prompt.js';

export async function run(context: CommandContext, { options }: InputOf<typeof batch>): Promise<number> {
  await checkDestination(context, { out: options.out && join(options.out, 'prompt.md') });
  const deps = await context.open();
  const { bytes, method, name } = await readText(
    { what: 'the feature requests', file: options.file },
    context,
  );
  const { type: featureType, quick } = options;
  const requests = { bytes, input: { method, name } };
  const output = await withProgress(context.streams.stderr, 'planning', (report) => {
    const onEntry = (done: number, total: number) => report(`${done} of ${total} requests`);
    return planBatch(deps, { requests, featureType, quick, onEntry });
  });
  if (options.out !== undefined) await writePrompts(context, output, options.out);
  noteWarnings(context, output.notes);
  context.print(output, (stream) => renderBatch(output, stream));
  return codeOf(output);
}

async function writePrompts(
  context: CommandContext,
  { planned }: BatchOutput,
  folder: string,
): Promise<void> {
  for (const { session, prompt } of planned) {
    await writeOutput(context.cwd, join(folder, `${session.id}.md`), prompt.text, {
      overwrite: context.common.yes,
    });
  }
  context.note(`${planned.length} prompts are in ${folder}\n`);
}

function codeOf({ planned, failed }: BatchOutput): number {
  if (failed.length === 0) return exitCode.done;
  return planned.length === 0 ? exitCode.failed : exitCode.partly;
}

/** One summary: the sessions that were begun, and the entries that failed with the reason. */
function renderBatch({ planned, failed, total, next }: BatchOutput, stream: OutputStream): string {
  const { bold, dim, red } = styleFor(stream);
  const sessions = renderTable(
    planned,
    [
      { header: 'Line', align: 'right', cell: ({ line }) => String(line) },
      { header: 'Session', cell: ({ session }) => session.id },
      { header: 'Title', cell: ({ session }) => session.title, flexible: true, minWidth: 16 },
    ],
    stream,
  );
  const failures = renderTable(
    failed,
    [
      { header: 'Line', align: 'right', cell: ({ line }) => String(line) },
      {
        header: 'Failed because',
        cell: ({ error }) => error.message,
        flexible: true,
        minWidth: 16,
        paint: red,
      },
    ],
    stream,
  );
  const summary = `${planned.length} of ${total} requests are planned.\n${dim('Next:')} ${bold(next)}\n`;
  return [sessions, failures, summary].filter((block) => block !== '').join('\n');
}
