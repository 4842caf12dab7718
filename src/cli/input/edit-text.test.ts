import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryStreams } from '../streams.js';
import { editText } from './edit-text.js';
import { EditorFailedError, InputTooLargeError } from './errors.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edit-text-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** An editor that is a shell script; the edited file is its last argument. */
async function editor(script: string): Promise<string> {
  const path = join(folder, `editor ${Math.random()}`);
  await writeFile(path, `#!/bin/sh\nfor file; do :; done\n${script}\n`);
  await chmod(path, 0o755);
  return `"${path}" --flag`;
}

const edit = (EDITOR: string, draft = '', limitBytes = 1000) =>
  editText({ what: 'the answer', draft, limitBytes }, memoryStreams(), { EDITOR });

/** The error of an edit that fails, and the text it kept. */
async function failure(editing: Promise<unknown>): Promise<{ error: Error; kept: string | null }> {
  const error = await editing.then(
    () => new Error('did not fail'),
    (thrown: Error) => thrown,
  );
  const path = /kept in (.*)\.$/.exec(error.message)?.[1];
  if (path === undefined) return { error, kept: null };
  const kept = await readFile(path, 'utf8');
  await rm(join(path, '..'), { recursive: true });
  return { error, kept };
}

describe.skipIf(process.platform === 'win32')('editText', () => {
  it('gives what was written, starting from the draft, and removes the file', async () => {
    const seen = join(folder, 'seen');
    const bytes = await edit(await editor(`echo "$1 $file" > '${seen}'; echo more >> "$file"`), 'draft\n');
    expect(Buffer.from(bytes).toString()).toBe('draft\nmore\n');
    const [flag, path = ''] = (await readFile(seen, 'utf8')).trim().split(' ');
    expect(flag).toBe('--flag');
    expect(path).toMatch(/the-answer\.md$/);
    expect(existsSync(path)).toBe(false);
  });

  it('prefers VISUAL to EDITOR', async () => {
    const env = { VISUAL: await editor('printf visual > "$file"'), EDITOR: 'false' };
    const bytes = await editText({ what: 'it', draft: '', limitBytes: 10 }, memoryStreams(), env);
    expect(Buffer.from(bytes).toString()).toBe('visual');
  });

  it('keeps what was written when the editor fails', async () => {
    const { error, kept } = await failure(edit(await editor('echo work > "$file"; exit 3')));
    expect(error).toBeInstanceOf(EditorFailedError);
    expect(error.message).toContain('ended with status 3');
    expect(kept).toBe('work\n');
  });

  it('keeps nothing when nothing was written', async () => {
    const { error, kept } = await failure(edit(await editor('kill -TERM $$'), 'draft'));
    expect(error.message).toMatch(/was ended by SIGTERM\.$/);
    expect(kept).toBeNull();
  });

  it('says so when there is no such editor', async () => {
    const { error, kept } = await failure(edit('no-such-editor-here'));
    expect(error.message).toBe('The editor "no-such-editor-here" was not found.');
    expect(kept).toBeNull();
  });

  it('keeps a text that is too long', async () => {
    const pathFile = join(folder, 'path');
    const command = await editor(`echo "$file" > '${pathFile}'; echo 0123456789 > "$file"`);
    await expect(edit(command, '', 5)).rejects.toThrow(InputTooLargeError);
    const path = (await readFile(pathFile, 'utf8')).trim();
    expect(await readFile(path, 'utf8')).toBe('0123456789\n');
    await rm(join(path, '..'), { recursive: true });
  });

  it('lets no shell near the command', async () => {
    const trap = join(folder, 'trap');
    const { error } = await failure(edit(`no-such-editor; touch ${trap}`));
    expect(error).toBeInstanceOf(EditorFailedError);
    expect(existsSync(trap)).toBe(false);
  });
});
