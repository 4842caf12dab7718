import { forTerminalLine } from '../../../base/text/terminal-text.js';
import { listTemplates } from '../../../operations/orchestration-template/list-templates.js';
import type { TemplateEntry } from '../../../operations/orchestration-template/outputs.js';
import type { InputOf } from '../../command.js';
import type { CommandContext } from '../../command-context.js';
import { exitCode } from '../../exit-code.js';
import { styleFor } from '../../render/style.js';
import { renderTable } from '../../render/table.js';
import { relativeTime } from '../../render/time.js';
import type { list } from './list.js';

export async function run(context: CommandContext, { options }: InputOf<typeof list>): Promise<number> {
  const output = await listTemplates(await context.openDatabase(), {
    kind: options.kind,
    featureType: options.type,
    all: options.all,
  });
  context.print(output, (stream) => {
    const { bold, dim, green } = styleFor(stream);
    const table = renderTable(
      output.templates,
      [
        { header: '', cell: ({ isInForce }) => (isInForce ? '*' : ''), minWidth: 1, paint: green },
        { header: 'Kind', cell: ({ kind }) => kind },
        { header: 'Template', cell: ({ name }) => name },
        { header: 'For', cell: placeOf, flexible: true, minWidth: 10 },
        { header: 'Version', cell: versionOf, align: 'right' },
        {
          header: 'Changed',
          cell: ({ updatedAt }) => (updatedAt === null ? '' : relativeTime(updatedAt, context.now)),
          paint: dim,
        },
      ],
      stream,
    );
    const off = output.stored
      ? ''
      : 'Stored templates are switched off (templates.stored): the built-in ones are taken.\n';
    return `${table}${dim('* sessions take it by themselves; the nearest layer wins')}\n${off}${dim('Next:')} ${bold(output.next)}\n`;
  });
  return exitCode.done;
}

function placeOf({ layer, project, featureType }: TemplateEntry): string {
  if (layer === 'built-in') return 'all, built in';
  const whose = project === null ? 'all projects' : forTerminalLine(project);
  return featureType === null ? whose : `${whose}, ${featureType}`;
}

/** The version that is taken, and the newest one where it is another. */
function versionOf({ used, latest }: TemplateEntry): string {
  if (used === null) return '';
  return used === latest ? String(used) : `${used} of ${latest}`;
}
