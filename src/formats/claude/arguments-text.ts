import { type FilledText, fillMarks } from '../placeholders.js';
import type { Loss } from '../prompt-format.js';
import { textOfFile } from '../text-of-file.js';

/** `$ARGUMENTS`, `$ARGUMENTS[2]` and `$2`. */
const ARGUMENTS = /\$(?:ARGUMENTS(?:\[(\d{1,3})\])?|(\d{1,3}))(?!\w)/g;

export interface ArgumentsText extends FilledText {
  readonly takesArguments: boolean;
}

/** The body of a command or a skill: the arguments are variables, and the rest is text. */
export function readArgumentsText(body: string, bodyLine: number): ArgumentsText {
  const text = textOfFile(body);
  const filled = fillMarks(text, ARGUMENTS, ([, listed, bare]) => {
    const number = listed ?? bare;
    return { variable: number === undefined ? 'arguments' : `argument_${number}` };
  });
  return {
    template: filled.template,
    losses: [...filled.losses, ...unrun(text, bodyLine)],
    takesArguments: /\$ARGUMENTS(?!\w)/.test(text),
  };
}

/** A command in backticks behind `!`. */
const COMMAND = /!`[^`\n]{1,1000}`/g;

/** A path behind `@`: with a folder or an extension, which names of people do not have. */
const FILE = /(?<![\w`@/.])@(?:[\w~-]+[/.]|\.{0,2}\/)[\w./~-]*/g;

function unrun(text: string, bodyLine: number): readonly Loss[] {
  return text.split('\n').flatMap((content, index): Loss[] => {
    const line = bodyLine + index;
    const commands = content.match(COMMAND) ?? [];
    const files = content.match(FILE) ?? [];
    return [
      ...commands.map((what) => ({ what, reason: 'commands are not run; it stays as text', line })),
      ...files.map((what) => ({ what, reason: 'files are not put in; it stays as text', line })),
    ];
  });
}
