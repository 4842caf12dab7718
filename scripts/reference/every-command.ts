import type { Command } from '../../src/cli/command.js';
import { groups, singleCommands } from '../../src/cli/groups.js';

/** A command and the words that call it. */
export interface NamedCommand {
  /** @example 'orchestrate plan' */
  readonly path: string;
  readonly command: Command;
}

/** Every command there is, group by group, then those that stand by themselves. */
export async function everyCommand(): Promise<NamedCommand[]> {
  const loaded = await Promise.all(groups.map((group) => group.load()));
  const single = await Promise.all(
    singleCommands.map(async ({ name, load }) => ({ path: name, command: await load() })),
  );
  const grouped = loaded.flatMap(({ name, commands }) =>
    commands.map((command) => ({ path: `${name} ${command.name}`, command })),
  );
  return [...grouped, ...single];
}
