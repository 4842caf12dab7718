import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { forTerminal } from '../../base/text/terminal-text.js';
import { styleFor } from '../render/style.js';
import type { OutputStream, Streams } from '../streams.js';
import { InterruptedError } from './errors.js';
import { KeyInput } from './key-input.js';
import { shownPaste } from './shown-paste.js';

/**
 * A text of any number of lines, typed or pasted on a terminal. Ctrl-D on an empty line ends it, and so
 * does a typed line that is a single dot; a dot within a paste does not. Lines are of any length: a
 * terminal that edits lines itself would cut them at 4,096 bytes.
 *
 * @param what what is asked for, as it reads in a sentence: "the feature request"
 * @throws {InterruptedError} on Ctrl-C
 * @example const text = await typeText('the feature request', processStreams(process.env));
 */
export function typeText(what: string, { stdin, stderr: screen }: Streams): Promise<string> {
  screen.write(invitation(what, screen));
  return new Promise((resolve, reject) => {
    let text = '';
    const keys = new KeyInput(stdin, screen, (pasted) => {
      if (isOneShortLine(pasted)) editor.write(pasted);
      else text = startLine(text) + takeBlock(editor, pasted, screen);
    });
    const editor = createInterface({
      input: keys,
      output: asWritable(screen),
      terminal: true,
      prompt: '',
      historySize: 0,
    });
    editor.on('line', (line) => {
      if (line === '.') editor.close();
      else text = `${startLine(text)}${line}\n`;
    });
    editor.on('SIGCONT', () => editor.prompt());
    editor.on('SIGINT', () => {
      screen.write('\n');
      reject(new InterruptedError());
      editor.close();
    });
    // Suspended by Ctrl-Z, nobody listens to the keyboard, and the process would end when it is continued.
    const staysAlive = setInterval(() => {}, ONE_DAY);
    editor.on('close', () => {
      clearInterval(staysAlive);
      keys.setRawMode(false);
      resolve(text);
    });
  });
}

/** In milliseconds. */
const ONE_DAY = 86_400_000;

function invitation(what: string, screen: OutputStream): string {
  const { bold, dim } = styleFor(screen);
  return [
    bold(`Write ${what}.`),
    dim('Ctrl-D on an empty line or a line with a single dot ends it; Ctrl-C cancels.'),
    '',
  ].join('\n');
}

/** What follows a pasted block starts a line of its own, on the screen and so in the text. */
function startLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

const EDITABLE_PASTE = 1000;

/** Such a paste goes into the line that is being edited, as if it had been typed. */
function isOneShortLine(pasted: string): boolean {
  return (
    pasted.length <= EDITABLE_PASTE && !/[\n\u2028\u2029]/.test(pasted) && forTerminal(pasted) === pasted
  );
}

/** Puts a paste where the cursor is; it is part of the text from now on and no longer edited. */
function takeBlock(editor: Interface, pasted: string, screen: OutputStream): string {
  const before = editor.line.slice(0, editor.cursor);
  const after = editor.line.slice(editor.cursor);
  editor.write(null, { ctrl: true, name: 'e' });
  editor.write(null, { ctrl: true, name: 'u' });
  screen.write(before + shownPaste(pasted, styleFor(screen)) + after);
  screen.write(pasted.endsWith('\n') && after === '' ? '' : '\n');
  return before + pasted + after;
}

function asWritable(screen: OutputStream): Writable {
  const writable = new Writable({
    write(chunk, _encoding, written) {
      screen.write(String(chunk));
      written();
    },
  });
  return Object.defineProperty(writable, 'columns', { get: () => screen.columns });
}
