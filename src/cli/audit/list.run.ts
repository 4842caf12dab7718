import { forTerminalLine } from '../../base/text/terminal-text.js';
import { listAudit } from '../../operations/audit/list-audit.js';
import type { AuditEntryView, AuditListOutput } from '../../operations/audit/outputs.js';
import { inSamePlace } from '../../operations/same-place.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { noteWarnings } from '../note-warnings.js';
import { nextLine } from '../render/next-line.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import { wrap } from '../render/wrap.js';
import type { OutputStream } from '../streams.js';
import { changeText } from './change-text.js';
import type { list } from './list.js';

const NUMBER = 'Entry';

export async function run(context: CommandContext, { options }: InputOf<typeof list>): Promise<number> {
  const deps = await context.openDatabase();
  const output = await listAudit(deps, options);
  const isFiltered = [options.kind, options.subject, options.actor, options.since].some(
    (value) => value !== undefined,
  );
  if (output.unreadable.length > 0) noteWarnings(context, [tampered(output)]);
  context.print(output, (stream) => {
    if (output.entries.length > 0) return page(output, context.now, stream);
    if (!isFiltered) return 'Nothing was changed yet.\n';
    const { next } = inSamePlace(deps, { next: 'prompt-runner audit list' });
    return `No change is like this.\n${nextLine(next, stream)}`;
  });
  return exitCode.done;
}

function tampered({ unreadable, next }: AuditListOutput): string {
  const which =
    unreadable.length === 1 ? `Entry ${unreadable[0]} was` : `Entries ${unreadable.join(', ')} were`;
  return `${which} changed from outside, and cannot be read. See what else was: ${next}`;
}

function page({ entries, cursor, next }: AuditListOutput, now: Date, stream: OutputStream): string {
  const { bold, dim } = styleFor(stream);
  const rest = cursor === null ? '' : `There are older ones. The next page:\n--cursor ${cursor}\n`;
  return `${entryTable(entries, now, stream)}${rest}${dim('Next:')} ${bold(next)}\n`;
}

/** A line for each entry, and below it what was changed. */
function entryTable(entries: readonly AuditEntryView[], now: Date, stream: OutputStream): string {
  const { dim } = styleFor(stream);
  const table = renderTable(
    entries,
    [
      { header: NUMBER, align: 'right', cell: ({ number }) => String(number) },
      { header: 'What', cell: ({ action }) => action },
      { header: 'Of', cell: ({ subject }) => subject.name, flexible: true, minWidth: 12 },
      { header: 'When', cell: ({ at }) => relativeTime(at, now), paint: dim },
      { header: 'Who', cell: ({ actor }) => actor, flexible: true, minWidth: 4, paint: dim },
    ],
    stream,
  );
  const [header = '', ...rows] = table.trimEnd().split('\n');
  const indent = ' '.repeat(Math.max(NUMBER.length, String(entries[0]?.number).length) + 2);
  return [header, ...rows.flatMap((row, at) => [row, ...changeLines(entries[at], indent, stream)])]
    .map((line) => `${line}\n`)
    .join('');
}

function changeLines(entry: AuditEntryView | undefined, indent: string, stream: OutputStream): string[] {
  if (entry === undefined) return [];
  const { yellow } = styleFor(stream);
  const text = forTerminalLine(changeText(entry));
  const change = entry.forced ? `forced: ${text}` : text;
  const fitted = stream.isTerminal ? wrap(change, stream.columns - indent.length) : change;
  return fitted.split('\n').map((line) => indent + (entry.forced ? yellow(line) : line));
}
