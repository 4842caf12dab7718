import { listSettings } from '../../operations/config/list-settings.js';
import type { ConfigListOutput } from '../../operations/config/outputs.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { noteWarnings } from '../note-warnings.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';
import { originText } from './origin-text.js';
import { settingText } from './setting-text.js';

export async function run(context: CommandContext): Promise<number> {
  const output = await listSettings(context.configSources, {});
  context.print(output, (stream) => settingTable(output, stream));
  noteWarnings(context, [...output.problems, ...output.warnings]);
  return exitCode.done;
}

function settingTable({ settings, next }: ConfigListOutput, stream: OutputStream): string {
  const { bold, dim, red } = styleFor(stream);
  const table = renderTable(
    settings,
    [
      { header: 'Setting', cell: ({ key }) => key },
      {
        header: 'Value',
        flexible: true,
        minWidth: 20,
        cell: ({ value, takes }) => (value === null ? `has to be ${takes}` : settingText(value)),
        paint: (text, { problem }) => (problem === null ? text : red(text)),
      },
      { header: 'From', cell: ({ origin }) => originText(origin), paint: dim },
    ],
    stream,
  );
  return `${table}${dim('Next:')} ${bold(next)}\n`;
}
