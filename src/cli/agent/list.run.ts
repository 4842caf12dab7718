import { dirname, join, relative, sep } from 'node:path';
import { listAgents } from '../../operations/agent/list-agents.js';
import type { AgentListOutput } from '../../operations/agent/outputs.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import type { Look } from '../render/style.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';

type SkillState = AgentListOutput['files'][number]['state'];

const states: Readonly<Record<SkillState, { readonly says: string; readonly look: Look }>> = {
  absent: { says: 'not installed', look: 'dim' },
  current: { says: 'installed', look: 'green' },
  outdated: { says: 'outdated', look: 'yellow' },
  changed: { says: 'changed', look: 'yellow' },
  foreign: { says: 'not ours', look: 'red' },
};

export async function run(context: CommandContext): Promise<number> {
  const output = await listAgents(context, {});
  context.print(output, (stream) => {
    const style = styleFor(stream);
    return renderTable(
      output.files,
      [
        { header: 'Agent', cell: ({ agent }) => agent },
        { header: 'For', cell: ({ scope }) => scope },
        {
          header: 'State',
          cell: ({ state }) => states[state].says,
          paint: (text, { state }) => style[states[state].look](text),
        },
        { header: 'Folder', cell: ({ file }) => placeOf(file, context), flexible: true, paint: style.dim },
      ],
      stream,
    );
  });
  return exitCode.done;
}

/** The folder of a skill, as short as it can be said from here. */
function placeOf(file: string, { cwd, env }: CommandContext): string {
  const folder = dirname(file);
  const home = env.HOME ?? env.USERPROFILE;
  if (folder.startsWith(cwd + sep)) return relative(cwd, folder);
  return home !== undefined && folder.startsWith(home + sep) ? join('~', relative(home, folder)) : folder;
}
