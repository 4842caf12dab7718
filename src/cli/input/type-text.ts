import type { Interface } from 'node:readline';
import { forTerminal } from '../../base/text/terminal-text.js';
import { styleFor } from '../render/style.js';
import type { OutputStream, Streams } from '../streams.js';
import { openLineEditor } from './line-editor.js';
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
export async function typeText(what: string, streams: Streams): Promise<string> {
  const screen = streams.stderr;
  screen.write(invitation(what, screen));
  let text = '';
  const { editor, closed } = openLineEditor(streams, {
    prompt: '',
    onPaste: (pasted) => {
      if (isOneShortLine(pasted)) editor.write(pasted);
      else text = startLine(text) + takeBlock(editor, pasted, screen);
    },
  });
  editor.on('line', (line) => {
    if (line === '.') editor.close();
    else text = `${startLine(text)}${line}\n`;
  });
  await closed;
  return text;
}

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
