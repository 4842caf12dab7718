// The C0 and C1 controls but tab and line feed; bidirectional overrides, which can make text read otherwise
// than it is (CVE-2021-42574).
const CONTROL = /[\0-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
// One escape sequence: CSI …, OSC … ended by BEL or ST, or a two-character one (ECMA-48, 5.4 and 5.6). A string
// without its end loses only its beginning: it must not take the rest of the text along.
const SEQUENCE =
  /\u001b\[[0-?]*[ -/]*[@-~]|\u001b[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[ -/]*[0-~]|\u009b[0-?]*[ -/]*[@-~]/g;

/**
 * Data that is about to be shown on a terminal, without anything that could move the cursor, set a title,
 * write the clipboard or hide text. Line ends become `\n`; tab stays.
 *
 * @example forTerminal('\u001b[31mred\u001b[0m\r\n') === 'red\n'
 */
export function forTerminal(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(SEQUENCE, '').replace(CONTROL, '');
}

/** The same for a place that has one line: white space of any kind becomes single spaces. */
export function forTerminalLine(text: string): string {
  return forTerminal(text)
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .trim();
}
