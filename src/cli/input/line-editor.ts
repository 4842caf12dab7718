import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { InterruptedError } from '../interrupted-error.js';
import type { OutputStream, Streams } from '../streams.js';
import { KeyInput } from './key-input.js';

/** Readline on a terminal, whose lines are read by listening to it. */
export interface LineEditor {
  readonly editor: Interface;
  /** Settles when the editor is closed, by its owner or by Ctrl-D; fails with InterruptedError on Ctrl-C. */
  readonly closed: Promise<void>;
}

/** What a line editor is to do. */
export interface LineEditing {
  /** Stands before each line. */
  readonly prompt: string;
  /** Takes a paste, which readline would submit line by line. */
  readonly onPaste: (pasted: string) => void;
  /** Is told that the terminal went, before readline gives out the unfinished line. */
  readonly onEnd?: () => void;
}

/** Opens an editor of lines on the terminal. */
export function openLineEditor(
  { stdin, stderr: screen }: Streams,
  { prompt, onPaste, onEnd = () => {} }: LineEditing,
): LineEditor {
  const keys = new KeyInput(stdin, screen, onPaste);
  keys.on('end', onEnd);
  const editor = createInterface({
    input: keys,
    output: asWritable(screen),
    terminal: true,
    prompt,
    historySize: 0,
  });
  editor.on('SIGCONT', () => editor.prompt());
  return { editor, closed: untilClosed(editor, keys, screen) };
}

function untilClosed(editor: Interface, keys: KeyInput, screen: OutputStream): Promise<void> {
  // Suspended by Ctrl-Z, nobody listens to the keyboard, and the process would end when it is continued.
  const staysAlive = setInterval(() => {}, ONE_DAY);
  return new Promise((resolve, reject) => {
    editor.on('SIGINT', () => {
      screen.write('\n');
      reject(new InterruptedError());
      editor.close();
    });
    editor.on('close', () => {
      clearInterval(staysAlive);
      keys.setRawMode(false);
      resolve();
    });
  });
}

/** In milliseconds. */
const ONE_DAY = 86_400_000;

function asWritable(screen: OutputStream): Writable {
  const writable = new Writable({
    write(chunk, _encoding, written) {
      screen.write(String(chunk));
      written();
    },
  });
  return Object.defineProperty(writable, 'columns', { get: () => screen.columns });
}
