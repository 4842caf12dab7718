import { devNull } from 'node:os';

/** What a repository's own configuration must not decide: each of these could start a program. */
export const SAFE_SETTINGS: readonly string[] = [
  ['core.hooksPath', devNull],
  ['core.fsmonitor', 'false'],
  ['core.quotepath', 'off'],
  ['core.pager', 'cat'],
  ['log.showSignature', 'false'],
  ['commit.gpgSign', 'false'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['submodule.recurse', 'false'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** The variable that is always empty, for the options that take a value from one. */
export const EMPTY_VARIABLE = 'PROMPT_RUNNER_EMPTY';

/** The settings that may name commands, as a pattern for `git config --get-regexp`. */
export const COMMAND_SETTINGS = '^(filter|hook)\\.';

/** What is emptied of each, which for those that are true or false means false. */
const EMPTIED: Readonly<Record<string, readonly string[]>> = {
  filter: ['clean', 'smudge', 'process', 'required'],
  hook: ['enabled'],
};

/**
 * Switches off the filters and the hooks that a repository's configuration brings along, by the names that
 * `git config -z --show-scope --name-only` prints. They are commands: a filter is run on every file that is
 * compared. Those of the user's own configuration stay.
 */
export function withoutCommands(listing: string): readonly string[] {
  const words = listing.split('\0');
  const own = words.filter((_, at) => at % 2 === 1 && /^(local|worktree)$/.test(words[at - 1] ?? ''));
  const groups = new Set(own.map((key) => key.slice(0, key.lastIndexOf('.'))));
  return Array.from(groups).flatMap((group) => {
    const names = EMPTIED[group.slice(0, group.indexOf('.'))] ?? [];
    return names.flatMap((name) => empty(`${group}.${name}`));
  });
}

/**
 * With `-c`, a name ends at its first "=". The other option, which takes the last, is refused by git before
 * 2.31: rather that than the command.
 */
function empty(name: string): readonly string[] {
  return name.includes('=') ? [`--config-env=${name}=${EMPTY_VARIABLE}`] : ['-c', `${name}=`];
}
