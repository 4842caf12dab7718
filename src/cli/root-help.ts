import { groups, singleCommands } from './groups.js';

/** The first page. It is put together without loading any group, because it is asked for most. */
export function rootHelp(): string {
  const outermost = groups.filter(({ name }) => !name.includes(' '));
  const width = Math.max(...[...outermost, ...singleCommands].map(({ name }) => name.length));
  const line = (entry: { name: string; purpose: string }) =>
    `  ${entry.name.padEnd(width)}  ${entry.purpose}`;
  return `prompt-runner carries a feature request into a codebase with a language model.

Usage: prompt-runner <group> <command> [arguments] [options]

Groups:
${outermost.map(line).join('\n')}

Commands:
${singleCommands.map(line).join('\n')}

Start here:
  prompt-runner orchestrate plan "Add password reset by mail"
  prompt-runner orchestrate continue --file answer.md

  prompt-runner <group> --help            the commands of a group
  prompt-runner <group> <command> --help  a command, with examples
  prompt-runner --version                 the version
`;
}
