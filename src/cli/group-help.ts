import type { CommandGroup } from './command.js';
import { styleFor } from './render/style.js';
import type { OutputStream } from './streams.js';

/** The page of a group: its commands with their purpose. */
export function groupHelp(group: CommandGroup, stream: OutputStream): string {
  const { bold } = styleFor(stream);
  const width = Math.max(...group.commands.map(({ name }) => name.length));
  const lines = group.commands.map(({ name, purpose }) => `  ${bold(name.padEnd(width))}  ${purpose}`);
  return `${group.purpose}

Usage: prompt-runner ${group.name} <command> [arguments] [options]

Commands:
${lines.join('\n')}

${group.details.join('\n')}

prompt-runner ${group.name} <command> --help shows a command with examples.
`;
}
