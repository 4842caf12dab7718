import { join } from 'node:path';
import { shellWord } from '../../base/text/shell-word.js';
import { snakeCaseKeys } from '../../base/text/snake-case.js';
import { exportSessions } from '../../operations/transfer/export-sessions.js';
import { exportDocument } from '../../operations/transfer/session-document.js';
import { exportPages } from '../../operations/transfer/session-pages.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { checkOutput, writeOutput } from '../input/output-file.js';
import { UsageError } from '../usage-error.js';
import type { exportCommand } from './export.js';
import { namedSession } from './named-session.js';
import { neededWorkspace } from './needed-workspace.js';
import { codeOfTransfer, renderTransfer } from './transfer-view.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof exportCommand>,
): Promise<number> {
  const session = namedSession(given.session, options.session);
  if (options.format === 'json') return writeDocument(context, session, options.out);
  if (options.out !== undefined) return writePages(context, session, options.out);
  if (options.format === 'markdown') {
    throw new UsageError('A Markdown export needs a folder.', {
      hint: 'Name it with --out.',
      next: `prompt-runner orchestrate export${session === undefined ? '' : ` ${shellWord(session)}`} --out session-pages`,
    });
  }
  return writeWorkspace(context, session);
}

async function writeWorkspace(context: CommandContext, session: string | undefined): Promise<number> {
  const workspace = neededWorkspace(
    context,
    'Say where to: --workspace DIR for all sessions, --out DIR for one as Markdown, or --format json for one as a document.',
  );
  const output = await exportSessions(await context.openDatabase(), { workspace, session });
  context.print(output, (stream) => renderTransfer(output, stream));
  return codeOfTransfer(output);
}

async function writePages(
  context: CommandContext,
  session: string | undefined,
  folder: string,
): Promise<number> {
  const output = await exportPages(await context.open(), { session });
  const overwrite = context.common.yes;
  for (const { name } of output.pages) await checkOutput(context.cwd, join(folder, name), { overwrite });
  for (const { name, text } of output.pages) {
    await writeOutput(context.cwd, join(folder, name), text, { overwrite });
  }
  context.print(
    output,
    () =>
      `Session ${output.session.id} is in ${join(folder, 'README.md')} and ${output.pages.length - 1} more pages.\n`,
  );
  return exitCode.done;
}

async function writeDocument(
  context: CommandContext,
  session: string | undefined,
  file: string | undefined,
): Promise<number> {
  const document = await exportDocument(await context.open(), { session });
  const text = `${JSON.stringify(snakeCaseKeys(document), null, 2)}\n`;
  if (file === undefined || context.common.json) context.print(document, () => text);
  if (file === undefined) return exitCode.done;
  const path = await writeOutput(context.cwd, file, text, { overwrite: context.common.yes });
  context.note(`${path}\n`);
  return exitCode.done;
}
