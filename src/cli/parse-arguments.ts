import { parseArgs } from 'node:util';
import { closestName } from '../base/text/closest-name.js';
import type {
  ArgumentSpec,
  ArgumentSpecs,
  CommandSpec,
  OptionSpec,
  OptionSpecs,
  ParsedArguments,
  ParsedValue,
} from './command.js';
import { besidesOwn } from './common-options.js';
import { parseTime } from './parse-time.js';
import { UsageError } from './usage-error.js';

/**
 * Reads the words behind a command's name.
 *
 * @param now what times such as `7d` count back from
 * @throws UsageError when a word fits nothing; it names the nearest that would
 */
export function parseArguments(
  command: Pick<CommandSpec, 'arguments' | 'options' | 'shared'>,
  words: readonly string[],
  path: string,
  now: Date,
): ParsedArguments {
  const specs: OptionSpecs = { ...besidesOwn(command), ...command.options };
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, parserOption(spec)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const reader = new OptionReader(specs, path, now);
  const positionals: string[] = [];
  const takesNegative = Object.values(command.arguments).some(({ negative }) => negative === true);
  for (const token of tokens) {
    if (token.kind === 'option' && takesNegative && /^-\d$/.test(token.rawName))
      positionals.push(token.rawName);
    else if (token.kind === 'option') reader.read(token);
    else if (token.kind === 'positional') positionals.push(token.value);
  }
  const helpAsked = reader.values.help === true;
  return {
    arguments: helpAsked ? {} : readArguments(command.arguments, positionals, path),
    options: reader.values,
  };
}

function parserOption(spec: OptionSpec) {
  return {
    type: spec.kind === 'flag' ? ('boolean' as const) : ('string' as const),
    ...(spec.short !== undefined && { short: spec.short }),
  };
}

/** What one word after an option can be. */
type WordValue = string | number | Date;

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

/** What a text begins with that was taken for an option: one hyphen, or several words. */
const likeText = /^-(?!-)|\s/;
const ABOUT_TEXTS = 'A text that begins with a hyphen goes last, after -- by itself.';

class OptionReader {
  readonly values: Record<string, ParsedValue> = {};
  readonly #specs: OptionSpecs;
  readonly #path: string;
  readonly #now: Date;

  constructor(specs: OptionSpecs, path: string, now: Date) {
    this.#specs = specs;
    this.#path = path;
    this.#now = now;
    for (const [name, { kind }] of Object.entries(specs)) this.values[name] = valueWhenAbsent(kind);
  }

  read({ name, rawName, value, inlineValue }: OptionToken): void {
    const spec = Object.hasOwn(this.#specs, name) ? this.#specs[name] : undefined;
    if (spec === undefined) throw this.#unknown(rawName);
    if (spec.kind !== 'flag') {
      const read = this.#value(spec, rawName, value, inlineValue === true);
      this.values[name] = spec.kind === 'list' ? appended(this.values[name], read) : read;
      return;
    }
    if (value !== undefined) throw this.#wrong(`${rawName} takes no value.`, `Write ${rawName} alone.`);
    this.values[name] = true;
  }

  #value(
    spec: Exclude<OptionSpec, { kind: 'flag' }>,
    name: string,
    value: string | undefined,
    inline: boolean,
  ): WordValue {
    if (value === undefined) throw this.#wrong(`${name} needs a value: ${describeValue(spec)}.`);
    if (!inline && value.length > 1 && value.startsWith('-')) {
      throw this.#wrong(
        `${name} needs a value, and "${value}" looks like an option.`,
        `If it is meant, write ${name}=${value}`,
      );
    }
    const parsed = parseValue(spec, value, this.#now);
    if (parsed === undefined)
      throw this.#wrong(`${name} takes ${describeValue(spec)}, not "${value}".`, suggestion(spec, value));
    return parsed;
  }

  #unknown(rawName: string): UsageError {
    const message = `${this.#path} has no option ${rawName}.`;
    const nearest = rawName.startsWith('--')
      ? closestName(rawName.slice(2), Object.keys(this.#specs))
      : undefined;
    if (nearest !== undefined) return this.#wrong(message, `Did you mean --${nearest}?`);
    return this.#wrong(message, likeText.test(rawName) ? ABOUT_TEXTS : undefined);
  }

  #wrong(message: string, hint?: string): UsageError {
    return new UsageError(message, { hint, next: `${this.#path} --help` });
  }
}

function valueWhenAbsent(kind: OptionSpec['kind']): ParsedValue {
  if (kind === 'flag') return false;
  return kind === 'list' ? [] : undefined;
}

function appended(list: ParsedValue, value: WordValue): ParsedValue {
  return [...(Array.isArray(list) ? list : []), String(value)];
}

function parseValue(
  spec: Exclude<OptionSpec, { kind: 'flag' }>,
  value: string,
  now: Date,
): WordValue | undefined {
  switch (spec.kind) {
    case 'text':
    case 'list':
      return value;
    case 'count':
      return /^[0-9]{1,9}$/.test(value) && Number(value) > 0 ? Number(value) : undefined;
    case 'number':
      return /^-?[0-9]{1,12}(?:\.[0-9]{1,9})?$/.test(value) ? Number(value) : undefined;
    case 'time':
      return parseTime(value, now);
    case 'choice':
      return spec.choices.includes(value) ? value : undefined;
  }
}

function describeValue(spec: Exclude<OptionSpec, { kind: 'flag' }>): string {
  switch (spec.kind) {
    case 'text':
    case 'list':
      return spec.placeholder;
    case 'count':
      return 'a whole number from 1';
    case 'number':
      return 'a number such as 2 or 0.7';
    case 'time':
      return 'a date such as 2026-11-20, or a time back such as 12h, 7d or 2w';
    case 'choice':
      return `one of ${spec.choices.join(', ')}`;
  }
}

function suggestion(spec: OptionSpec, value: string): string | undefined {
  return spec.kind === 'choice' ? didYouMean(value, spec.choices) : undefined;
}

function didYouMean(word: string, choices: readonly string[]): string | undefined {
  const nearest = closestName(word, choices);
  return nearest === undefined ? undefined : `Did you mean ${nearest}?`;
}

function isChoice(choices: readonly string[] | undefined, word: string | undefined): boolean {
  return choices === undefined || word === undefined || choices.includes(word);
}

function readArguments(
  specs: ArgumentSpecs,
  given: readonly string[],
  path: string,
): Record<string, ParsedValue> {
  const entries = Object.entries(specs);
  const next = `${path} --help`;
  const excess = entries.at(-1)?.[1].repeats ? undefined : given[entries.length];
  if (excess !== undefined) {
    throw new UsageError(`${path} does not know what to do with "${excess}".`, {
      hint: aboutExcess(entries),
      next,
    });
  }
  const missing = entries.find(([, { required }], index) => required && given[index] === undefined);
  if (missing !== undefined) {
    const [name, { description }] = missing;
    throw new UsageError(`${path} needs ${name.toUpperCase()}.`, { hint: description, next });
  }
  const strange = entries.findIndex(([, { choices }], index) => !isChoice(choices, given[index]));
  if (strange >= 0) {
    const [name = '', { choices = [] } = {}] = entries[strange] ?? [];
    const word = given[strange] ?? '';
    throw new UsageError(`${name.toUpperCase()} is one of ${choices.join(', ')}, not "${word}".`, {
      hint: didYouMean(word, choices),
      next,
    });
  }
  return Object.fromEntries(
    entries.map(([name, { repeats }], index) => [name, repeats ? given.slice(index) : given[index]]),
  );
}

/** Words too many belong to a text most often, where the command takes one last. */
function aboutExcess(entries: readonly [string, ArgumentSpec][]): string {
  const [name, spec] = entries.at(-1) ?? [];
  if (name === undefined || spec === undefined) return 'It takes options only.';
  if (spec.completes === undefined && spec.choices === undefined) {
    return `If that belongs to ${name.toUpperCase()}, put quotes around all of it.`;
  }
  const names = entries.map(([taken]) => taken.toUpperCase());
  return `It takes ${names.join(' and ')}, and then options only.`;
}
