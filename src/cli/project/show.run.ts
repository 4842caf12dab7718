import { showProject } from '../../operations/project/show-project.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { statusColour } from '../render/status-colour.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import { renderProject } from './project-page.js';
import type { show } from './show.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof show>,
): Promise<number> {
  const output = await showProject(await context.open(), { project: given.project });
  context.print(output, (stream) => {
    const style = styleFor(stream);
    const sessions = renderTable(
      output.sessions,
      [
        { header: 'Session', cell: ({ id }) => id },
        { header: 'Title', cell: ({ title }) => title, flexible: true, minWidth: 16 },
        {
          header: 'Status',
          cell: ({ status }) => status,
          paint: (text, { status }) => statusColour(style, status)(text),
        },
        {
          header: 'Updated',
          cell: ({ updatedAt }) => relativeTime(updatedAt, context.now),
          paint: style.dim,
        },
      ],
      stream,
    );
    const page = renderProject(output.project, output.next, context.now, stream);
    return sessions === '' ? `No sessions yet.\n${page}` : `${sessions}\n${page}`;
  });
  return exitCode.done;
}
