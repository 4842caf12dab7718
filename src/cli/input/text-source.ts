import type { Environment } from '../../base/environment.js';
import type { Streams } from '../streams.js';
import { InputTooLargeError, TextGivenTwiceError, TextMissingError } from './errors.js';

/** How a text came in; it is kept with the text. */
export type InputMethod = 'argument' | 'file' | 'stdin' | 'paste' | 'edit' | 'typed';

/** A text that a command asks for, and what its command line says about where it comes from. */
export interface TextSource {
  /** What is asked for, as it reads in a sentence: "the feature request". */
  readonly what: string;
  /** The argument that takes the text, where the command has one: "REQUEST". */
  readonly argumentName?: string | undefined;
  /** The argument's value; `-` is stdin. */
  readonly argument?: string | undefined;
  /** The value of `--file`; `-` is stdin. */
  readonly file?: string | undefined;
  readonly paste?: boolean | undefined;
  readonly edit?: boolean | undefined;
  /** What the editor starts with. */
  readonly draft?: string | undefined;
  /** 128 MiB unless given. */
  readonly limitBytes?: number | undefined;
  /** The setting that the limit comes from, where it is one. */
  readonly limitSetting?: string | undefined;
}

/** The surroundings in which a text is read. */
export interface TextIo {
  readonly streams: Streams;
  readonly env: Environment;
}

export interface SourcedText {
  readonly bytes: Uint8Array;
  readonly method: InputMethod;
  /** The file's path as it was given; null for every other method. */
  readonly name: string | null;
}

const DEFAULT_LIMIT_BYTES = 128 * 1024 * 1024;

/**
 * Reads a text from the one place that the command line names; without one from a pipe, or from the
 * keyboard when a person sits at a terminal. It never waits for a terminal that is not there.
 *
 * @throws {TextGivenTwiceError} two places were named
 * @throws {TextMissingError} none was named, nothing is piped in, and there is nobody to type
 * @throws {InputTooLargeError} and what the place itself may throw: see the files beside this one
 * @example
 * const { bytes } = await readText({ what: 'the answer', file: 'answer.md' }, { streams, env: process.env });
 */
export async function readText(source: TextSource, io: TextIo): Promise<SourcedText> {
  const method = methodOf(source, io.streams);
  try {
    const bytes = await readWithin(method, source, io);
    return { bytes, method, name: method === 'file' ? (source.file ?? null) : null };
  } catch (error) {
    const { limitSetting } = source;
    const isLimited = error instanceof InputTooLargeError && limitSetting !== undefined;
    throw isLimited ? error.withSetting(limitSetting) : error;
  }
}

async function readWithin(method: InputMethod, source: TextSource, io: TextIo): Promise<Uint8Array> {
  const limitBytes = source.limitBytes ?? DEFAULT_LIMIT_BYTES;
  const bytes = await readers[method](source, io, limitBytes);
  if (bytes.length > limitBytes) throw new InputTooLargeError(limitBytes);
  return bytes;
}

type Reader = (source: TextSource, io: TextIo, limitBytes: number) => Promise<Uint8Array> | Uint8Array;

/** Each way is loaded when it is taken: a command that is given a file needs no editor and no clipboard. */
const readers: Readonly<Record<InputMethod, Reader>> = {
  argument: ({ argument = '' }) => Buffer.from(argument),
  file: async ({ file = '' }, _io, limitBytes) =>
    (await import('./read-file.js')).readFileWithin(file, limitBytes),
  stdin: async (_source, { streams }, limitBytes) => {
    const { withProgress } = await import('../render/progress.js');
    return withProgress(streams.stderr, 'reading from stdin', () => streams.stdin.readAll(limitBytes));
  },
  paste: async (_source, { env }, limitBytes) =>
    (await import('./clipboard.js')).pasteFromClipboard(env, limitBytes),
  edit: async ({ what, draft = '' }, { streams, env }, limitBytes) =>
    (await import('./edit-text.js')).editText({ what, draft, limitBytes }, streams, env),
  typed: async ({ what }, { streams }) =>
    Buffer.from(await (await import('./type-text.js')).typeText(what, streams)),
};

function methodOf(source: TextSource, streams: Streams): InputMethod {
  const named = namedWays(source);
  if (named.length > 1) {
    throw new TextGivenTwiceError(
      source.what,
      named.map(({ as }) => as),
    );
  }
  const method = named[0]?.method ?? (streams.stdin.isPiped ? 'stdin' : 'typed');
  return typedWhereThereIsATerminal(method, source, streams);
}

interface NamedWay {
  readonly method: InputMethod;
  /** As a person wrote it. */
  readonly as: string;
}

function namedWays({ argument, argumentName, file, paste, edit }: TextSource): NamedWay[] {
  const ways: NamedWay[] = [];
  const orStdin = (value: string, method: InputMethod) => (value === '-' ? 'stdin' : method);
  if (argument !== undefined) {
    ways.push({ method: orStdin(argument, 'argument'), as: argumentName ?? 'the argument' });
  }
  if (file !== undefined) ways.push({ method: orStdin(file, 'file'), as: '--file' });
  if (paste) ways.push({ method: 'paste', as: '--paste' });
  if (edit) ways.push({ method: 'edit', as: '--edit' });
  return ways;
}

/** Reading a terminal line by line, as `-` would, cuts long lines: whatever is typed goes to the prompt. */
function typedWhereThereIsATerminal(
  method: InputMethod,
  source: TextSource,
  { stdin, stderr }: Streams,
): InputMethod {
  const fromKeyboard = method === 'typed' || (method === 'stdin' && stdin.isTerminal);
  if (!fromKeyboard) return method;
  if (stdin.isTerminal && stderr.isTerminal) return 'typed';
  throw new TextMissingError(source.what, waysToGive(source));
}

/** Those that the command has: what is undefined, it does not ask for. */
function waysToGive({ argumentName, paste, edit }: TextSource): string[] {
  return [
    ...(argumentName === undefined ? [] : [`as ${argumentName}`]),
    'with --file PATH',
    'through a pipe',
    ...(paste === undefined ? [] : ['with --paste']),
    ...(edit === undefined ? [] : ['with --edit']),
  ];
}
