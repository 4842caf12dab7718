import { closestName } from '../base/text/closest-name.js';
import { shellWord } from '../base/text/shell-word.js';
import type { CommandGroup } from './command.js';
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
  const paths = await commandPaths();
  const meant = paths.filter((path) => path.at(-1) === first);
  const group = closestName(first, firstWords);
  if (meant.length === 0 && group !== undefined) {
    return new UsageError(message, { hint: `Did you mean "${group}"?`, next: firstPage });
  }
  const nearest = closestName(first, new Set(paths.map((path) => path.at(-1) ?? '')));
  return withinGroup(
    message,
    meant.length > 0 ? meant : paths.filter((path) => path.at(-1) === nearest),
    rest,
  );
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

/** Every command of every group, as the words that name it. */
async function commandPaths(): Promise<string[][]> {
  const loaded = await Promise.all(groups.map((group) => group.load()));
  return loaded.flatMap(({ name, commands }) =>
    commands.map((command) => [...name.split(' '), command.name]),
  );
}

function withinGroup(
  message: string,
  paths: readonly (readonly string[])[],
  rest: readonly string[],
): UsageError {
  const [path, ...others] = paths;
  if (path === undefined) {
    return new UsageError(message, { hint: `There are: ${firstWords.join(', ')}.`, next: firstPage });
  }
  const lines = paths.map((words) => `"${commandLine(words)}"`);
  return new UsageError(message, {
    hint: `Did you mean ${lines.join(' or ')}?`,
    next: others.length > 0 ? firstPage : commandLine([...path, ...rest]),
  });
}

function commandLine(words: readonly string[]): string {
  return ['prompt-runner', ...words.map(shellWord)].join(' ');
}
