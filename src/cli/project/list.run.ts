import { listProjects } from '../../operations/project/list-projects.js';
import { inSamePlace } from '../../operations/same-place.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { countText } from '../render/more-pages.js';
import { nextLine } from '../render/next-line.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { list } from './list.js';

export async function run(context: CommandContext, { options }: InputOf<typeof list>): Promise<number> {
  const deps = await context.open();
  const output = await listProjects(deps, options);
  context.print(output, (stream) => {
    const { dim, green } = styleFor(stream);
    if (output.projects.length === 0) {
      const { next } = inSamePlace(deps, { next: 'prompt-runner project create my-project' });
      return `No projects.\n${nextLine(next, stream)}`;
    }
    const table = renderTable(
      output.projects,
      [
        { header: '', cell: ({ current }) => (current ? '*' : ''), minWidth: 1, paint: green },
        {
          header: 'Project',
          cell: ({ name, archivedAt }) => (archivedAt === null ? name : `${name} (archived)`),
        },
        { header: 'Sessions', align: 'right', cell: ({ sessions, exact }) => countText(sessions, exact) },
        { header: 'Id', cell: ({ id }) => id, paint: dim },
        { header: 'Root', cell: ({ root }) => root ?? '', flexible: true, minWidth: 16 },
      ],
      stream,
    );
    const more = output.cursor === null ? '' : `There are more. The next page:\n--cursor ${output.cursor}\n`;
    return table + more;
  });
  return exitCode.done;
}
