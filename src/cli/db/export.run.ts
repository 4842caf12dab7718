import { resolve } from 'node:path';
import { formatBytes } from '../../base/text/format-bytes.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import { dbExport } from '../../operations/db/db-export.js';
import type { DbExportOutput } from '../../operations/db/outputs.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { sentence } from '../render/next-line.js';
import { withProgress } from '../render/progress.js';
import type { OutputStream } from '../streams.js';
import type { exportCommand } from './export.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof exportCommand>,
): Promise<number> {
  const file = resolve(context.cwd, given.file);
  const deps = await context.openAsItIs();
  const output = await withProgress(context.streams.stderr, 'exporting', (report) =>
    dbExport(deps, { file, withSecrets: options['with-secrets'], report }),
  );
  context.print(output, (stream) => render(output, stream));
  return exitCode.done;
}

function render(output: DbExportOutput, stream: OutputStream): string {
  const { location, file, rows, sizeBytes } = output;
  const counted = `${groupThousands(rows)} row${rows === 1 ? '' : 's'}, ${formatBytes(sizeBytes)}`;
  return (
    sentence(`${location} is exported to ${file} (${counted}).`, stream) +
    sentence(aboutSecrets(output), stream)
  );
}

function aboutSecrets({ withSecrets, redacted }: DbExportOutput): string {
  if (withSecrets) return 'Credentials in texts and answers are in it as they are: keep it to yourself.';
  if (redacted === 0) return 'Nothing in it looks like a credential.';
  const places = `${groupThousands(redacted)} place${redacted === 1 ? '' : 's'}`;
  return `In ${places} a mark stands for what looked like a credential.`;
}
