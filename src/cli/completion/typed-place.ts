import type { ArgumentSpec, Command, OptionSpec, OptionSpecs } from '../command.js';
import { besidesOwn } from '../common-options.js';

/** What is being typed behind a command's name. */
export type TypedPlace =
  | {
      readonly what: 'value';
      readonly of: ArgumentSpec | OptionSpec;
      readonly typed: string;
      /** What stands before the value in the same word, such as `--type=`. */
      readonly before: string;
      readonly named: NamedOnLine;
    }
  | {
      readonly what: 'option';
      readonly typed: string;
      /** The options that are not given yet. */
      readonly options: OptionSpecs;
    };

/** What the words before name, which decides what comes into question. */
export interface NamedOnLine {
  readonly session: string | undefined;
  readonly db: string | undefined;
  readonly workspace: string | undefined;
}

/**
 * Finds out what the last word of a command line is going to be.
 *
 * @param words the words behind the command's name; the last is being typed, and may be empty
 * @returns null when nothing can stand there
 */
export function typedPlace(command: Command, words: readonly string[]): TypedPlace | null {
  const typed = words.at(-1) ?? '';
  const line = readWords(command, words.slice(0, -1));
  if (line.awaiting !== null) return value(line.awaiting, typed, '', line);
  if (line.optionsEnded || !typed.startsWith('-')) {
    const all = Object.values(command.arguments);
    const argument = all[line.positionals.length] ?? all.find(({ repeats }) => repeats);
    return argument === undefined ? null : value(argument, typed, '', line);
  }
  const [name = '', inline] = split(typed);
  const spec = line.specs[name];
  if (inline !== null && spec !== undefined) return value(spec, inline, `--${name}=`, line);
  const left = Object.entries(line.specs).filter(([option]) => !line.given.has(option));
  return { what: 'option', typed, options: Object.fromEntries(left) };
}

interface WordsRead {
  readonly specs: OptionSpecs;
  readonly positionals: readonly string[];
  readonly given: ReadonlyMap<string, string | null>;
  /** The option whose value comes next. */
  readonly awaiting: OptionSpec | null;
  readonly optionsEnded: boolean;
  readonly named: NamedOnLine;
}

/** Reads words that are complete. Wrong ones are passed over: the command itself says so later. */
function readWords(command: Command, words: readonly string[]): WordsRead {
  const specs: OptionSpecs = { ...besidesOwn(command), ...command.options };
  const positionals: string[] = [];
  const given = new Map<string, string | null>();
  let awaiting: string | null = null;
  let optionsEnded = false;
  for (const word of words) {
    if (awaiting !== null) {
      given.set(awaiting, word);
      awaiting = null;
    } else if (optionsEnded || word === '-' || !word.startsWith('-')) {
      positionals.push(word);
    } else if (word === '--') {
      optionsEnded = true;
    } else {
      const [name, inline] = word.startsWith('--') ? split(word) : [longName(word, specs), null];
      given.set(name, inline);
      if (inline === null && specs[name] !== undefined && specs[name].kind !== 'flag') awaiting = name;
    }
  }
  const sessionAt = Object.keys(command.arguments).indexOf('session');
  return {
    specs,
    positionals,
    given,
    awaiting: awaiting === null ? null : (specs[awaiting] ?? null),
    optionsEnded,
    named: {
      session: given.get('session') ?? positionals[sessionAt],
      db: given.get('db') ?? undefined,
      workspace: given.get('workspace') ?? undefined,
    },
  };
}

function value(
  of: ArgumentSpec | OptionSpec,
  typed: string,
  before: string,
  { named }: WordsRead,
): TypedPlace {
  return { what: 'value', of, typed, before, named };
}

/** @example split('--type=api') // ['type', 'api'] */
function split(word: string): [name: string, inline: string | null] {
  const equals = word.indexOf('=');
  return equals < 0 ? [word.slice(2), null] : [word.slice(2, equals), word.slice(equals + 1)];
}

/** The option that a short one, or the last of several in one word, stands for. */
function longName(word: string, specs: OptionSpecs): string {
  const letter = word.at(-1);
  return Object.entries(specs).find(([, { short }]) => short === letter)?.[0] ?? '';
}
