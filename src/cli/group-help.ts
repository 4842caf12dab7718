import type { CommandGroup } from './command.js';
import { groupsWithin } from './groups.js';
import { styleFor } from './render/style.js';
import type { OutputStream } from './streams.js';

/** The page of a group: its commands with their purpose. */
export function groupHelp(group: CommandGroup, stream: OutputStream): string {
  const { bold } = styleFor(stream);
  const within = groupsWithin(group.name);
  const width = Math.max(...[...group.commands, ...within].map(({ name }) => name.length));
  const line = ({ name, purpose }: { name: string; purpose: string }) =>
    `  ${bold(name.padEnd(width))}  ${purpose}`;
  const groupLines = within.length === 0 ? '' : `\n\nGroups:\n${within.map(line).join('\n')}`;
  return `${group.purpose}

Usage: prompt-runner ${group.name} <command> [arguments] [options]

Commands:
${group.commands.map(line).join('\n')}${groupLines}

${group.details.join('\n')}

prompt-runner ${group.name} <command> --help: a command, with examples
`;
}
