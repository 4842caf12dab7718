import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Environment } from '../../base/environment.js';
import { memoryStreams } from '../streams.js';
import { copyToClipboard, pasteFromClipboard } from './clipboard.js';
import { clipboardPrograms } from './clipboard-program.js';
import { ClipboardUnavailableError, InputTooLargeError } from './errors.js';
import { TERMINAL_CLIPBOARD_BYTES } from './terminal-clipboard.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clipboard-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A folder of programs that are shell scripts, put before the others. */
async function programs(scripts: Readonly<Record<string, string>>): Promise<Environment> {
  const bin = await mkdtemp(join(folder, 'bin-'));
  for (const [name, script] of Object.entries(scripts)) {
    await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(bin, name), 0o755);
  }
  return { PATH: bin + delimiter + process.env.PATH, STORE: join(bin, 'store'), DISPLAY: ':7' };
}

/** The same without a desktop, inside tmux. */
async function inTmux(scripts: Readonly<Record<string, string>>): Promise<Environment> {
  return { ...(await programs(scripts)), DISPLAY: '', TMUX: '/t' };
}

const nowhere: Environment = { PATH: '/nowhere' };
const missing = 'exit 1';

describe('clipboardPrograms', () => {
  const first = (env: Environment, platform: NodeJS.Platform) =>
    clipboardPrograms(env, platform).map(({ copy: [program] }) => program);

  it('knows the programs of each system', () => {
    expect(first({}, 'darwin')).toEqual(['pbcopy']);
    expect(first({}, 'win32')).toEqual(['powershell.exe']);
    expect(first({ WSL_DISTRO_NAME: 'Debian' }, 'linux')).toEqual(['powershell.exe']);
    expect(first({}, 'android')).toEqual(['termux-clipboard-set']);
    expect(first({ DISPLAY: ':0', WAYLAND_DISPLAY: 'w' }, 'linux')).toEqual(['wl-copy', 'xclip', 'xsel']);
    expect(first({}, 'linux')).toEqual([]);
  });

  it('has none over SSH', () => {
    expect(first({ SSH_CONNECTION: 'a b', DISPLAY: ':10' }, 'linux')).toEqual([]);
    expect(first({ SSH_TTY: '/dev/pts/1' }, 'darwin')).toEqual([]);
  });
});

describe.runIf(process.platform === 'linux')('copyToClipboard', () => {
  it('gives the text to the program', async () => {
    const env = await programs({ xclip: 'cat > "$STORE"; echo "$@" > "$STORE.args"' });
    expect(await copyToClipboard('né\n\0', memoryStreams(), env)).toBe('program');
    expect(await readFile(String(env.STORE), 'utf8')).toBe('né\n\0');
    expect(await readFile(`${env.STORE}.args`, 'utf8')).toBe('-selection clipboard -in\n');
  });

  it('does not wait for the child that serves the clipboard', async () => {
    const env = await programs({ xclip: 'cat > "$STORE"; sleep 20 &' });
    expect(await copyToClipboard('text', memoryStreams(), env)).toBe('program');
  });

  it('tries the next program when one fails', async () => {
    const env = await programs({ xclip: missing, xsel: 'cat > "$STORE"' });
    expect(await copyToClipboard('text', memoryStreams(), env)).toBe('program');
    expect(await readFile(String(env.STORE), 'utf8')).toBe('text');
  });

  it('asks the terminal where there is no program', async () => {
    const streams = memoryStreams({ terminal: true });
    expect(await copyToClipboard('né', streams, nowhere)).toBe('terminal');
    expect(streams.err()).toBe(`\u001b]52;c;${Buffer.from('né').toString('base64')}\u0007`);
    expect(streams.out()).toBe('');
  });

  it('gives the text to tmux, which passes it on', async () => {
    const env = await inTmux({ tmux: 'cat > "$STORE"; echo "$@" >> "$STORE"' });
    expect(await copyToClipboard('text ', memoryStreams(), env)).toBe('terminal');
    expect(await readFile(String(env.STORE), 'utf8')).toBe('text load-buffer -w -\n');
  });

  it('wraps the sequence for a tmux that cannot', async () => {
    const env = await inTmux({ tmux: missing });
    const streams = memoryStreams({ terminal: true });
    expect(await copyToClipboard('a', streams, env)).toBe('terminal');
    expect(streams.err()).toBe('\u001bPtmux;\u001b\u001b]52;c;YQ==\u0007\u001b\\');
  });

  it('refuses what a terminal would drop', async () => {
    const streams = memoryStreams({ terminal: true });
    const text = 'x'.repeat(TERMINAL_CLIPBOARD_BYTES + 1);
    await expect(copyToClipboard(text, streams, nowhere)).rejects.toThrow('too long');
    expect(streams.err()).toBe('');
  });

  it.each<[Environment, string]>([
    [nowhere, 'The clipboard cannot be reached: there is no desktop session.'],
    [{ ...nowhere, SSH_TTY: 'x' }, 'The clipboard cannot be reached: this is an SSH session.'],
    [{ ...nowhere, DISPLAY: ':7' }, 'The clipboard cannot be reached: xclip and xsel are not installed.'],
  ])('says why there is no clipboard: %j', async (env, message) => {
    const copying = copyToClipboard('text', memoryStreams(), env);
    await expect(copying).rejects.toThrow(ClipboardUnavailableError);
    await expect(copying).rejects.toThrow(message);
  });
});

describe.runIf(process.platform === 'linux')('pasteFromClipboard', () => {
  it('gives the bytes unchanged', async () => {
    const env = await programs({ xclip: `printf '  n\\303\\251\\0\\377 \\n\\n'` });
    const bytes = await pasteFromClipboard(env, 100);
    expect([...bytes]).toEqual([32, 32, 110, 0xc3, 0xa9, 0, 0xff, 32, 10, 10]);
  });

  it('keeps to the limit', async () => {
    const env = await programs({ xclip: 'cat /dev/zero' });
    await expect(pasteFromClipboard(env, 100_000)).rejects.toThrow(InputTooLargeError);
  });

  it('says so when no program can read it', async () => {
    await expect(pasteFromClipboard(nowhere, 100)).rejects.toThrow(ClipboardUnavailableError);
    const env = await programs({ xclip: missing, xsel: missing });
    await expect(pasteFromClipboard(env, 100)).rejects.toThrow('xclip and xsel failed');
  });
});
