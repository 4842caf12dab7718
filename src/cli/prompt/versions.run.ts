import { formatBytes } from '../../base/text/format-bytes.js';
import { listVersions } from '../../operations/prompt/list-versions.js';
import type { PromptVersionsOutput } from '../../operations/prompt/read-outputs.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { morePages } from '../render/more-pages.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import type { versions } from './versions.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof versions>,
): Promise<number> {
  const output = await listVersions(await context.open(), { prompt: given.prompt, ...options });
  context.print(output, (stream) => versionTable(output, context.now, stream));
  return exitCode.done;
}

function versionTable(
  { versions: shown, total, cursor }: PromptVersionsOutput,
  now: Date,
  stream: OutputStream,
): string {
  const { dim, green } = styleFor(stream);
  const table = renderTable(
    shown,
    [
      { header: 'Version', align: 'right', cell: ({ number }) => String(number) },
      {
        header: 'Labels',
        cell: ({ labels }) => labels.join(' '),
        flexible: true,
        minWidth: 10,
        paint: green,
      },
      { header: 'When', cell: ({ createdAt }) => relativeTime(createdAt, now), paint: dim },
      { header: 'Who', cell: ({ author }) => author, flexible: true, minWidth: 6, paint: dim },
      { header: 'Size', align: 'right', cell: ({ size }) => formatBytes(size), paint: dim },
      { header: 'Note', cell: ({ note }) => note ?? '', flexible: true, minWidth: 12 },
    ],
    stream,
  );
  const more = morePages(shown.length, { total, exact: true }, 'versions', cursor);
  return more === '' ? table : `${table}\n${more}`;
}
