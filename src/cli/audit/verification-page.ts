import { groupThousands } from '../../base/text/group-thousands.js';
import type { AuditVerifyOutput } from '../../operations/audit/outputs.js';
import { styleFor } from '../render/style.js';
import { wrap } from '../render/wrap.js';
import type { OutputStream } from '../streams.js';

type Break = AuditVerifyOutput['breaks'][number];
type Expected = NonNullable<AuditVerifyOutput['expected']>;

/** What was found in the audit log: its state, where it is broken, and what to note of it. */
export function renderVerification(output: AuditVerifyOutput, stream: OutputStream): string {
  const { red } = styleFor(stream);
  const { entries, breaks, broken, strays, expected } = output;
  const unlisted = broken - breaks.length;
  const faults = [
    ...breaks.map(describeBreak),
    ...(unlisted > 0 ? [`And ${groupThousands(unlisted)} more.`] : []),
    ...(strays > 0 ? [`${counted(strays, 'entry', 'entries')} with numbers that are never given.`] : []),
  ];
  const state = faults.length === 0 ? 'unbroken' : red('broken');
  return [
    `${counted(entries, 'entry', 'entries')}, ${state}.`,
    ...faults.map((fault) => fitted(fault, stream)),
    ...(expected === null ? [] : [fitted(describeExpected(expected, output), stream)]),
    ...ending(output, stream),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function describeBreak({ kind, from, to }: Break): string {
  const which = from === to ? `Entry ${from}` : `Entries ${from} to ${to}`;
  switch (kind) {
    case 'changed':
      return `${which} was changed: its hash is not that of what it says.`;
    case 'missing':
      return `${which} ${from === to ? 'is' : 'are'} missing.`;
    case 'not-linked':
      return `${which} does not stand on the entry before as that is: one of the two was replaced.`;
  }
}

function describeExpected({ number, found }: Expected, { last }: AuditVerifyOutput): string {
  switch (found) {
    case 'as-noted':
      return `Entry ${number} is there as you noted it.`;
    case 'other':
      return `Entry ${number} has another hash than you noted: the log was written anew, or is another one.`;
    case 'missing':
      return `Entry ${number} is not there: the log ends at ${last === null ? 0 : last.number}.`;
  }
}

function ending({ sound, last, next }: AuditVerifyOutput, stream: OutputStream): string[] {
  const { bold, dim } = styleFor(stream);
  if (!sound) return [fitted('A backup of the store (a .bak file beside it) shows what was there.', stream)];
  if (last === null || next === null) return [];
  const advice =
    'What is cut off from the end leaves no trace. Note the last entry elsewhere, and expect it another time:';
  return [`The last: ${last.number}:${last.hash}`, fitted(advice, stream), `${dim('Next:')} ${bold(next)}`];
}

function counted(count: number, one: string, several: string): string {
  return `${groupThousands(count)} ${count === 1 ? one : several}`;
}

function fitted(text: string, stream: OutputStream): string {
  return stream.isTerminal ? wrap(text, stream.columns) : text;
}
