import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MemoryStreamsOptions, memoryStreams } from '../streams.js';
import {
  FileIsFolderError,
  FileNotFoundError,
  FileUnreadableError,
  InputTooLargeError,
  TextGivenTwiceError,
  TextMissingError,
} from './errors.js';
import { readText, type TextSource } from './text-source.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'text-source-'));
  await writeFile(join(folder, 'answer.md'), Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff, 0x00]));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(source: Omit<TextSource, 'what'>, options: MemoryStreamsOptions = {}) {
  const io = { streams: memoryStreams(options), env: {} };
  const { bytes, method, name } = await readText({ what: 'the answer', ...source }, io);
  return [method, Buffer.from(bytes).toString('latin1'), name];
}

describe('readText', () => {
  it('takes the argument', async () => {
    expect(await read({ argument: 'né' })).toEqual(['argument', 'nÃ©', null]);
    expect(await read({ argument: '' })).toEqual(['argument', '', null]);
  });

  it('takes the bytes of a file, unchanged', async () => {
    const file = join(folder, 'answer.md');
    expect(await read({ file })).toEqual(['file', 'ï»¿aÿ\0', file]);
  });

  it.each<Omit<TextSource, 'what'>>([{}, { file: '-' }, { argument: '-' }])(
    'takes a pipe: %j',
    async (source) => {
      expect(await read(source, { stdin: 'piped' })).toEqual(['stdin', 'piped', null]);
    },
  );

  it('prefers what is named to a pipe that may be nobody’s', async () => {
    expect(await read({ argument: 'named' }, { stdin: 'piped' })).toEqual(['argument', 'named', null]);
  });

  it.each<Omit<TextSource, 'what'>>([{}, { file: '-' }])(
    'asks a person at a terminal: %j',
    async (source) => {
      const options = { terminal: ['stdin', 'stderr'], keys: ['typed\r', '\u0004'] } as const;
      expect(await read(source, options)).toEqual(['typed', 'typed\n', null]);
    },
  );

  it('never waits for a terminal that is not there', async () => {
    await expect(read({})).rejects.toThrow(TextMissingError);
    await expect(read({}, { terminal: ['stdin', 'stdout'] })).rejects.toThrow(TextMissingError);
    await expect(read({ file: '-' }, { terminal: ['stdin'] })).rejects.toThrow(TextMissingError);
  });

  it('says what could be given', async () => {
    const missing = await read({ argumentName: 'REQUEST', paste: false, edit: false }).catch(
      (error: TextMissingError) => error,
    );
    expect(missing).toMatchObject({
      message: 'Nothing was given for the answer.',
      remedy: { hint: 'Give it as REQUEST, with --file PATH, through a pipe, with --paste or with --edit.' },
      kind: 'usage',
    });
  });

  it.skipIf(process.platform !== 'linux')('says that a file fails while it is read', async () => {
    const failed = read({ file: '/proc/self/mem' });
    await expect(failed).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });

  it('names no way that the command does not have', async () => {
    const missing = await read({}).catch((error: TextMissingError) => error);
    expect(missing).toMatchObject({ remedy: { hint: 'Give it with --file PATH or through a pipe.' } });
  });

  it('refuses two sources and names them', async () => {
    await expect(read({ file: 'a', paste: true })).rejects.toThrow(TextGivenTwiceError);
    await expect(read({ argument: 'a', argumentName: 'REQUEST', edit: true })).rejects.toThrow(
      'REQUEST and --edit',
    );
    await expect(read({ file: '-', edit: true }, { stdin: 'x' })).rejects.toThrow('--file and --edit');
  });

  it('says what is wrong with a file', async () => {
    await mkdir(join(folder, 'sub'), { recursive: true });
    await expect(read({ file: join(folder, 'sub') })).rejects.toThrow(FileIsFolderError);
    await expect(read({ file: join(folder, 'answer.md/x') })).rejects.toThrow(FileNotFoundError);
    const near = await read({ file: join(folder, 'anwser.md') }).catch((error: FileNotFoundError) => error);
    expect(near).toMatchObject({
      kind: 'not-found',
      remedy: { hint: `Did you mean "${join(folder, 'answer.md')}"?` },
    });
    await expect(read({ file: 'x'.repeat(5000) })).rejects.toThrow(FileUnreadableError);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says who may not read a file',
    async () => {
      const file = join(folder, 'secret.md');
      await writeFile(file, 'x');
      await chmod(file, 0);
      await expect(read({ file })).rejects.toThrow('permission denied');
    },
  );

  it('keeps to the limit, whatever the source', async () => {
    const file = join(folder, 'answer.md');
    await expect(read({ file, limitBytes: 5 })).rejects.toThrow(InputTooLargeError);
    expect(await read({ file, limitBytes: 6 })).toHaveLength(3);
    await expect(read({ argument: 'né', limitBytes: 2 })).rejects.toThrow('larger than the limit of 2 B.');
    await expect(read({ limitBytes: 2 }, { stdin: 'abc' })).rejects.toThrow(InputTooLargeError);
    const limited = { limitBytes: 2, limitSetting: 'answer.max_bytes' };
    await expect(read(limited, { stdin: 'abc' })).rejects.toMatchObject({
      remedy: { hint: expect.stringContaining('config set answer.max_bytes') },
    });
  });

  it.skipIf(process.platform === 'win32')('reads a named pipe within the limit', async () => {
    const file = join(folder, 'pipe');
    execFileSync('mkfifo', [file]);
    const writing = writeFile(file, 'through a pipe');
    expect(await read({ file })).toEqual(['file', 'through a pipe', file]);
    await writing;
  });
});
