import { groupThousands } from '../../../base/text/group-thousands.js';
import { linkSessions } from '../../../operations/orchestration-template/link-sessions.js';
import type { InputOf } from '../../command.js';
import type { CommandContext } from '../../command-context.js';
import { exitCode } from '../../exit-code.js';
import { styleFor } from '../../render/style.js';
import { renderTable } from '../../render/table.js';
import { layerWords } from '../template-origin.js';
import type { link } from './link.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof link>,
): Promise<number> {
  const output = await linkSessions(await context.openDatabase(), {
    session: given.session,
    dryRun: options['dry-run'],
  });
  context.print(output, (stream) => {
    const { bold, dim } = styleFor(stream);
    const table = renderTable(
      output.linked,
      [
        { header: 'Session', cell: ({ session }) => session },
        { header: 'Attempt', cell: ({ attempt }) => attempt },
        { header: 'Template', cell: ({ template }) => template, flexible: true, minWidth: 16 },
        { header: 'Layer', cell: ({ layer }) => layerWords[layer], paint: dim },
      ],
      stream,
    );
    const found = groupThousands(output.linked.length);
    const verb = output.dryRun ? 'would be linked' : 'are linked';
    return `${table}${found} of ${groupThousands(output.looked)} prompts without a version ${verb}.\n${dim('Next:')} ${bold(output.next)}\n`;
  });
  return exitCode.done;
}
