import type { PromptListOutput } from '../../operations/prompt/read-outputs.js';
import { morePages } from '../render/more-pages.js';
import { styleFor } from '../render/style.js';
import { type Column, renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';

type Row = PromptListOutput['prompts'][number];

/** Prompts in a table, with what most of them have; then what the table does not say. */
export function renderPromptList(
  { prompts, total, exact, cursor }: PromptListOutput,
  now: Date,
  stream: OutputStream,
): string {
  const more = morePages(prompts.length, { total, exact }, 'prompts', cursor);
  const hidden = prompts.some((prompt) => prompt.hidden)
    ? 'A hidden one gives way here to the one of the same name in the project.\n'
    : '';
  const rest = hidden + more;
  return `${renderTable(prompts, columns(prompts, now, stream), stream)}${rest === '' ? '' : `\n${rest}`}`;
}

function columns(prompts: readonly Row[], now: Date, stream: OutputStream): Column<Row>[] {
  const { dim } = styleFor(stream);
  const name: Column<Row> = { header: 'Prompt', cell: (prompt) => prompt.name, flexible: true, minWidth: 14 };
  const version: Column<Row> = { header: 'Version', align: 'right', cell: ({ latest }) => String(latest) };
  const updated: Column<Row> = {
    header: 'Updated',
    cell: ({ updatedAt }) => relativeTime(updatedAt, now),
    paint: dim,
  };
  const told = optional.filter(({ cell }) =>
    prompts.some((prompt) => !['', EVERYBODY].includes(cell(prompt))),
  );
  const fitting = columnsThatFit(told, stream);
  return [name, version, ...optional.filter((column) => fitting.includes(column)), updated];
}

/** What the name, the version and the time take, with the gap between. */
const ALWAYS_CELLS = 44;
const GAP_CELLS = 2;

/** Of a project, labels and so on, those for which there is room, what people look for most first. */
function columnsThatFit(told: readonly OptionalColumn[], stream: OutputStream): OptionalColumn[] {
  if (!stream.isTerminal) return [...told];
  let room = stream.columns - ALWAYS_CELLS;
  return told
    .toSorted((a, b) => a.rank - b.rank)
    .filter(({ minWidth }) => {
      const cells = minWidth + GAP_CELLS;
      if (cells > room) return false;
      room -= cells;
      return true;
    });
}

interface OptionalColumn extends Column<Row> {
  /** The least first. */
  readonly rank: number;
  readonly minWidth: number;
}

const optional: readonly OptionalColumn[] = [
  { header: 'Project', cell: whose, flexible: true, minWidth: 12, rank: 1 },
  {
    header: 'Kind',
    cell: ({ kind, featureType }) => [kind, featureType].filter((part) => part !== null).join('/'),
    flexible: true,
    minWidth: 12,
    rank: 4,
  },
  {
    header: 'Labels',
    cell: ({ labels }) => labels.map(({ label, version }) => `${label}@${version}`).join(' '),
    flexible: true,
    minWidth: 14,
    rank: 2,
  },
  { header: 'Tags', cell: ({ tags }) => tags.join(' '), flexible: true, minWidth: 12, rank: 5 },
  {
    header: 'Description',
    cell: ({ description }) => description ?? '',
    flexible: true,
    minWidth: 20,
    rank: 3,
  },
];

/** Whose a prompt is that belongs to no project. */
const EVERYBODY = 'all';

function whose({ project, hidden }: Row): string {
  return `${project?.name ?? EVERYBODY}${hidden ? ' (hidden)' : ''}`;
}
