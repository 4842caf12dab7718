import { groupThousands } from '../../base/text/group-thousands.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { PromptDiffOutput } from '../../operations/prompt/diff-outputs.js';
import { sentence } from '../render/next-line.js';
import { type Style, styleFor } from '../render/style.js';
import type { OutputStream } from '../streams.js';
import { hunkLines } from './hunk-lines.js';

type Message = PromptDiffOutput['messages'][number];
type Side = PromptDiffOutput['before'];

/** What changed, for a person: messages by lines, changed words in bold, then variables and settings. */
export function renderPromptDifference(output: PromptDiffOutput, stream: OutputStream): string {
  const style = styleFor(stream);
  const { before, after } = output;
  if (output.same) return sentence(`${reference(before)} and ${reference(after)} say the same.`, stream);
  const several = output.messages.length > 1;
  const blocks = [
    `${style.red(`- ${reference(before)}`)}\n${style.green(`+ ${reference(after)}`)}\n`,
    ...output.messages.map((message) => messageBlock(message, several, style)),
    valueBlock('Variables', output.variables, style),
    valueBlock('Settings', output.settings, style),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function reference({ prompt, version }: Side): string {
  return `${prompt}@${version.number}${version.note === null ? '' : ` (${forTerminalLine(version.note)})`}`;
}

function messageBlock(message: Message, isOneOfSeveral: boolean, style: Style): string {
  const { roleBefore, roleAfter, hunks } = message;
  const isSame = roleBefore === roleAfter && hunks.every(({ kind }) => kind === 'same');
  const heading = isOneOfSeveral || roleBefore !== roleAfter ? `${style.bold(headingOf(message))}\n` : '';
  if (isSame) return isOneOfSeveral ? `${style.bold(headingOf(message))} ${style.dim('the same')}\n` : '';
  return heading + hunkLines(hunks, style);
}

function headingOf({ position, roleBefore, roleAfter }: Message): string {
  const roles =
    roleBefore === null
      ? `${roleAfter}, new`
      : roleAfter === null
        ? `${roleBefore}, gone`
        : roleBefore === roleAfter
          ? roleAfter
          : `${roleBefore}, now ${roleAfter}`;
  return `Message ${groupThousands(position)} (${roles})`;
}

interface NamedValue {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

function valueBlock(title: string, values: readonly NamedValue[], { bold, red, green }: Style): string {
  if (values.length === 0) return '';
  const lines = values.flatMap(({ name, before, after }) => [
    ...(before === null ? [] : [red(`- ${valueText(name, before, after)}`)]),
    ...(after === null ? [] : [green(`+ ${valueText(name, after, before)}`)]),
  ]);
  return `${bold(title)}\n${lines.map((line) => `${line}\n`).join('')}`;
}

/** Of two objects, only what is not the same in both. */
function valueText(name: string, value: unknown, other: unknown): string {
  if (!isObject(value)) return forTerminalLine(`${name}: ${JSON.stringify(value)}`);
  const shared = isObject(other) ? other : {};
  const differing = Object.entries(value)
    .map(([key, member]) => [key, JSON.stringify(member)] as const)
    .filter(
      ([key, text]) =>
        key !== 'name' && !(Object.hasOwn(shared, key) && JSON.stringify(shared[key]) === text),
    );
  return forTerminalLine(`${name}: ${differing.map(([key, text]) => `${key} ${text}`).join(', ')}`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
