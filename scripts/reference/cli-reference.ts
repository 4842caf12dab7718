import type { Command } from '../../src/cli/command.js';
import { commandHelp } from '../../src/cli/command-help.js';
import { groups, singleCommands } from '../../src/cli/groups.js';
import { memoryStreams } from '../../src/cli/streams.js';

/** The command line as a Markdown page: every group, every command, with its help as printed. */
export async function cliReference(): Promise<string> {
  const loaded = await Promise.all(groups.map(async (entry) => ({ entry, group: await entry.load() })));
  const singles = await Promise.all(singleCommands.map((entry) => entry.load()));
  const chapters = loaded.map(({ entry, group }) => {
    const aliases = entry.aliases.length === 0 ? '' : ` Also: \`${entry.aliases.join('`, `')}\`.`;
    const commands = group.commands.map((command) => {
      const path = `prompt-runner ${group.name} ${command.name}`;
      return `### ${path}\n\n${helpBlock(command, path)}`;
    });
    return `## ${group.name}\n\n${group.purpose}${aliases}\n\n${commands.join('\n\n')}`;
  });
  const alone = singles.map(
    (command) => `## ${command.name}\n\n${helpBlock(command, `prompt-runner ${command.name}`)}`,
  );
  return `# Command line

Installed as \`prompt-runner\` and as \`prompt-tool\`.

| exit code | means |
| --- | --- |
| 0 | done |
| 1 | failed |
| 2 | wrong usage |
| 3 | not found |
| 4 | not allowed in this state; the message says what blocks it |
| 5 | done in part; the output says what is missing |
| 130 | interrupted (Ctrl-C); 129 and 143 when the terminal was closed, or the program was asked to end |

With \`--json\`, standard output is exactly one JSON document: the result, or
\`{"error":{"code","message","hint","next"}}\`. The shapes are in [json](json/).

${[...chapters, ...alone].join('\n\n')}
`;
}

function helpBlock(command: Command, path: string): string {
  return `\`\`\`text\n${commandHelp(command, path, memoryStreams().stdout)}\`\`\``;
}
