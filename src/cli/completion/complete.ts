import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { Command } from '../command.js';
import type { CliHost } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { groupNamed, groups, groupsWithin, singleCommands } from '../groups.js';
import { nothing, type Offer, wordsOf } from './offer.js';
import { offerValue } from './offer-value.js';
import { typedPlace } from './typed-place.js';

/**
 * Answers a shell that wants to complete a word: one candidate a line, with a tab before its description,
 * or `:file` or `:folder` alone where the shell's own file names are meant.
 *
 * Whatever goes wrong, it says nothing: an error would end up in the line that somebody is typing.
 *
 * @param words the words behind the program's name; the last is being typed, and may be empty
 */
export async function complete(words: readonly string[], host: CliHost): Promise<number> {
  try {
    const { stdout } = host.streams({ colour: false });
    stdout.write(linesOf(await offerFor(words[0] === '--' ? words.slice(1) : words, host)));
  } catch {
    // See above.
  }
  return exitCode.done;
}

async function offerFor(words: readonly string[], host: CliHost): Promise<Offer> {
  const [first = ''] = words;
  if (words.length < 2) return wordsOf(firstWords(), first);
  const single = singleCommands.find(({ name }) => name === first);
  if (single !== undefined) return offerBehind(await single.load(), words.slice(1), host);
  // The last word is only being typed: it names no group yet.
  const named = groupNamed(words.slice(0, -1));
  if (named === undefined) return nothing;
  const [name = '', ...rest] = words.slice(words.length - 1 - named.rest.length);
  const { name: group, commands } = await named.entry.load();
  if (rest.length === 0) {
    return wordsOf(
      [...commands, ...groupsWithin(group)].map((command) => [command.name, command.purpose]),
      name,
    );
  }
  const command = commands.find((candidate) => candidate.name === name);
  return command === undefined ? nothing : offerBehind(command, rest, host);
}

function* firstWords(): Iterable<readonly [string, string]> {
  for (const { name, purpose } of [...groups, ...singleCommands]) {
    if (!name.includes(' ')) yield [name, purpose];
  }
  yield ['--help', 'Show the groups.'];
  yield ['--version', 'Show the version.'];
}

async function offerBehind(command: Command, words: readonly string[], host: CliHost): Promise<Offer> {
  const place = typedPlace(command, words);
  if (place === null) return nothing;
  if (place.what === 'value') return offerValue(place, host);
  return wordsOf(
    Object.entries(place.options).map(([name, { description }]) => [`--${name}`, description]),
    place.typed,
  );
}

function linesOf(offer: Offer): string {
  if (offer.kind !== 'words') return `:${offer.kind}\n`;
  return offer.words
    .map(({ word, description }) => `${word}\t${forTerminalLine(description)}`.trimEnd().concat('\n'))
    .join('');
}
