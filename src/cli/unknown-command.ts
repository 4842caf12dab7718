import { closestName } from '../base/text/closest-name.js';
import { shellWord } from '../base/text/shell-word.js';
import type { CommandGroup } from './command.js';
import { besidesOwn } from './common-options.js';
import { groups, groupsWithin, singleCommands } from './groups.js';
import { UsageError } from './usage-error.js';

/**
 * What to say about words that begin with no group. All groups are loaded for it: the first word may be a
 * command of one of them.
 */
export async function unknownCommand(words: readonly string[]): Promise<UsageError> {
  const [first = '', ...rest] = words;
  if (first.startsWith('-')) return optionFirst(words);
  const message = `There is no group or command "${first}".`;
  const all = await allCommands();
  const meant = all.filter(({ path }) => path.at(-1) === first);
  const group = closestName(first, firstWords);
  if (meant.length === 0 && group !== undefined) {
    return new UsageError(message, { hint: `Did you mean "${group}"?`, next: firstPage });
  }
  const nearest = closestName(first, new Set(all.map(({ path }) => path.at(-1) ?? '')));
  const likely = meant.length > 0 ? meant : all.filter(({ path }) => path.at(-1) === nearest);
  return withinGroup(message, takingOptions(likely, rest), rest);
}

/** What to say about a group's name with an option behind it, where its command should be. */
export function commandMissing({ name, commands }: CommandGroup, words: readonly string[]): UsageError {
  const names = new Set(commands.map((command) => command.name));
  const at = words.findIndex((word) => names.has(word));
  const path = name.split(' ');
  return new UsageError(`prompt-runner ${name} needs a command before "${words[0]}".`, {
    hint: ORDER,
    next: commandLine(at === -1 ? [...path, '--help'] : [...path, ...words.slice(at), ...words.slice(0, at)]),
  });
}

/** What to say about a word that is no command of its group. */
export function commandNotInGroup(
  { name, commands }: CommandGroup,
  word: string,
  rest: readonly string[],
): UsageError {
  const names = [...commands, ...groupsWithin(name)].map((command) => command.name);
  const nearest = closestName(word, names);
  const path = name.split(' ');
  return new UsageError(`prompt-runner ${name} has no command "${word}".`, {
    hint: nearest === undefined ? `There are: ${names.join(', ')}.` : `Did you mean "${nearest}"?`,
    next: commandLine(nearest === undefined ? [...path, '--help'] : [...path, nearest, ...rest]),
  });
}

const ORDER = 'Write: prompt-runner GROUP COMMAND [ARGUMENTS] [OPTIONS]';

const firstWords = [...groups, ...singleCommands]
  .map(({ name }) => name)
  .filter((name) => !name.includes(' '));
const firstPage = 'prompt-runner --help';

function optionFirst(words: readonly string[]): UsageError {
  const aliases = groups.flatMap((group) => group.aliases);
  const at = words.findIndex((word) => firstWords.includes(word) || aliases.includes(word));
  return new UsageError(`Options come after the command, and "${words[0]}" stands before it.`, {
    hint: ORDER,
    next: at === -1 ? firstPage : commandLine([...words.slice(at), ...words.slice(0, at)]),
  });
}

interface NamedCommand {
  /** The words that name it. */
  readonly path: readonly string[];
  readonly options: readonly string[];
}

/** Every command of every group. */
async function allCommands(): Promise<NamedCommand[]> {
  const loaded = await Promise.all(groups.map((group) => group.load()));
  return loaded.flatMap(({ name, commands }) =>
    commands.map((command) => ({
      path: [...name.split(' '), command.name],
      options: Object.keys({ ...besidesOwn(command), ...command.options }),
    })),
  );
}

/** Those commands that take all the options that were given; all commands when none does. */
function takingOptions(commands: readonly NamedCommand[], words: readonly string[]): readonly NamedCommand[] {
  const given = words.flatMap((word) => /^--([\w-]+)/.exec(word)?.[1] ?? []);
  const taking = commands.filter(({ options }) => given.every((option) => options.includes(option)));
  return taking.length > 0 ? taking : commands;
}

function withinGroup(
  message: string,
  commands: readonly NamedCommand[],
  rest: readonly string[],
): UsageError {
  const [command, ...others] = commands;
  if (command === undefined) {
    return new UsageError(message, { hint: `There are: ${firstWords.join(', ')}.`, next: firstPage });
  }
  const lines = commands.map(({ path }) => `"${commandLine(path)}"`);
  return new UsageError(message, {
    hint: `Did you mean ${lines.join(' or ')}?`,
    next: others.length > 0 ? firstPage : commandLine([...command.path, ...rest]),
  });
}

function commandLine(words: readonly string[]): string {
  return ['prompt-runner', ...words.map(shellWord)].join(' ');
}
