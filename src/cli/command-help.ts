import type { CommandSpec, OptionSpec } from './command.js';
import { besidesOwn } from './common-options.js';
import { styleFor } from './render/style.js';
import { wrap } from './render/wrap.js';
import type { OutputStream } from './streams.js';

const LONGEST_CHOICES = 24;

const WIDTH = 80;

/** The page of a command: purpose, usage, arguments, options, examples. */
export function commandHelp(command: CommandSpec, path: string, stream: OutputStream): string {
  const { bold } = styleFor(stream);
  const ownOptions = Object.entries(command.options);
  const parts = [
    command.purpose,
    `Usage: ${usage(command, path)}`,
    ...(command.details ?? []).map((paragraph) => wrap(paragraph, WIDTH)),
    section(
      'Arguments',
      Object.entries(command.arguments).map(([name, { description }]) => [name.toUpperCase(), description]),
      bold,
    ),
    section('Options', ownOptions.map(optionRow), bold),
    section('Common options', commonRows(command), bold),
    `Examples:\n${command.examples.map(({ command: line, shows }) => `  # ${shows}\n  ${bold(line)}`).join('\n\n')}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** @example usage(plan, 'prompt-runner orchestrate plan') === 'prompt-runner orchestrate plan [REQUEST] [options]' */
export function usage(command: CommandSpec, path: string): string {
  const words = Object.entries(command.arguments).map(([name, { required, repeats }]) => {
    const word = `${name.toUpperCase()}${repeats ? '...' : ''}`;
    return required ? word : `[${word}]`;
  });
  return [path, ...words, '[options]'].join(' ');
}

function commonRows(command: CommandSpec): [string, string][] {
  return Object.entries(besidesOwn(command))
    .filter(([name]) => !Object.hasOwn(command.options, name))
    .map(optionRow);
}

function optionRow([name, spec]: [string, OptionSpec]): [string, string] {
  const short = spec.short === undefined ? '' : `-${spec.short}, `;
  return [`${short}--${name}${placeholderOf(spec)}`, spec.description];
}

function placeholderOf(spec: OptionSpec): string {
  switch (spec.kind) {
    case 'flag':
      return '';
    case 'choice':
      return ` ${choicesText(spec.choices)}`;
    default:
      return ` ${spec.placeholder}`;
  }
}

/** The words themselves, as long as they leave room for what they are for. */
function choicesText(choices: readonly string[]): string {
  const words = choices.join('|');
  return words.length <= LONGEST_CHOICES ? words : 'WORD';
}

function section(
  title: string,
  rows: readonly (readonly [string, string])[],
  bold: (text: string) => string,
): string {
  if (rows.length === 0) return '';
  const width = Math.max(...rows.map(([name]) => name.length));
  const indent = ' '.repeat(width + 4);
  const lines = rows.map(([name, description]) => {
    const [first = '', ...rest] = wrap(description, WIDTH - indent.length).split('\n');
    return [`  ${bold(name.padEnd(width))}  ${first}`, ...rest.map((line) => indent + line)].join('\n');
  });
  return `${title}:\n${lines.join('\n')}`;
}
