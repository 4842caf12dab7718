import { groupThousands } from '../../base/text/group-thousands.js';
import type { ProjectShowOutput } from '../../operations/project/outputs.js';
import { showProject } from '../../operations/project/show-project.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { renderPromptList } from '../prompt/prompt-list.js';
import { statusColour } from '../render/status-colour.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
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
    const blocks = [
      sessions === '' ? 'No sessions yet.\n' : sessions,
      promptBlock(output, context.now, stream),
    ];
    return `${blocks.filter((block) => block !== '').join('\n')}\n${page}`;
  });
  return exitCode.done;
}

function promptBlock({ prompts, promptsTotal }: ProjectShowOutput, now: Date, stream: OutputStream): string {
  if (promptsTotal === 0) return '';
  const table = renderPromptList(
    { prompts: prompts.map(asOwn), total: prompts.length, exact: true, cursor: null },
    now,
    stream,
  );
  if (prompts.length === promptsTotal) return table;
  return `${table}\n${prompts.length} of ${groupThousands(promptsTotal)} prompts; "prompt list" shows more.\n`;
}

/** Among themselves nobody needs to be told whose they are. */
function asOwn(prompt: ProjectShowOutput['prompts'][number]) {
  return { ...prompt, project: null, hidden: false };
}
