import type { ExportOutput, ImportOutput, TransferredSession } from '../../operations/transfer/outputs.js';
import { exitCode } from '../exit-code.js';
import { sentence } from '../render/next-line.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';

type Transfer = ImportOutput | ExportOutput;

/** Done in part as soon as one session could not be taken over; failed when none could. */
export function codeOfTransfer({ sessions, counts }: Transfer): number {
  if (counts.failed === 0) return exitCode.done;
  return counts.failed === sessions.length ? exitCode.failed : exitCode.partly;
}

/** What became of each session, and how many had each outcome. */
export function renderTransfer(output: Transfer, stream: OutputStream): string {
  const style = styleFor(stream);
  const table = renderTable(
    output.sessions,
    [
      { header: 'From', cell: ({ from }) => from },
      {
        header: 'Outcome',
        cell: ({ outcome }) => outcome,
        paint: (text, { outcome }) => style[looks[outcome]](text),
      },
      { header: 'To', cell: ({ from, id }) => (id === null || id === from ? '' : id), paint: style.dim },
      { header: 'Title', cell: ({ title }) => title ?? '', flexible: true, minWidth: 12 },
    ],
    stream,
  );
  const remarks = output.sessions.flatMap(remarksOn).map((remark) => sentence(remark, stream));
  const counts = Object.entries(output.counts).map(([outcome, count]) => `${count} ${outcome}`);
  const end = `${counts.join(', ')}\n${style.dim('Next:')} ${style.bold(output.next)}\n`;
  return [table, remarks.join(''), end].filter((block) => block !== '').join('\n');
}

const looks = {
  imported: 'green',
  exported: 'green',
  updated: 'green',
  repaired: 'yellow',
  skipped: 'dim',
  failed: 'red',
} as const satisfies Record<TransferredSession['outcome'], string>;

/** A line for everything that is worth a look. */
function remarksOn({
  from,
  skippedBecause,
  projectLeftOut,
  findings,
  problem,
}: TransferredSession): string[] {
  const remarks = [
    ...(problem === null ? [] : [problem.message]),
    ...(skippedBecause === 'further-there' ? ['it has moved on where it would have gone'] : []),
    ...(projectLeftOut === null ? [] : [`its project "${projectLeftOut}" is not known here`]),
    ...findings.map(({ text, problem: what, repaired }) => {
      const end = repaired ? ', put right' : '';
      return `${text} ${sayings[what]}${end}`;
    }),
  ];
  return remarks.map((remark) => `${from}: ${remark}`);
}

const sayings = {
  'holds-another-section': 'holds another section',
  'begins-inside-a-list': 'begins inside a list',
  'fence-left-open': 'leaves a code block open',
  'breaks-off': 'breaks off',
  'not-there': 'is not there',
} as const satisfies Record<TransferredSession['findings'][number]['problem'], string>;
