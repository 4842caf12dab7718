import { groupThousands } from '../../base/text/group-thousands.js';
import type { MetadataView, PlanningView } from '../../operations/session/view-shapes.js';
import { planningSections } from '../../operations/session/vocabulary.js';
import { type KeyValue, renderKeyValues } from '../render/key-values.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { wrap } from '../render/wrap.js';
import type { OutputStream } from '../streams.js';

/** What was found in a planning answer: its sections, what the notes say, and what deserves a look. */
export function renderFindings(planning: PlanningView, stream: OutputStream): string {
  const parts = [
    sectionTable(planning, stream),
    metadataLines(planning.metadata, stream),
    remarks(planning, stream),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function sectionTable({ sections, report }: PlanningView, stream: OutputStream): string {
  const { green, red, yellow, dim } = styleFor(stream);
  const rows = planningSections.map(({ key, name }) => ({
    name,
    section: sections[key],
    truncated: report.truncated.includes(key),
  }));
  return renderTable(
    rows,
    [
      {
        header: 'Section',
        cell: ({ name }) => name,
      },
      {
        header: 'Found',
        cell: ({ section, truncated }) =>
          section === null ? 'missing' : truncated ? 'cut off' : section.confidence,
        paint: (text, { section, truncated }) =>
          section === null
            ? red(text)
            : truncated || section.confidence === 'inferred'
              ? yellow(text)
              : green(text),
      },
      {
        header: 'Lines',
        align: 'right',
        cell: ({ section }) => (section === null ? '' : groupThousands(section.text.split('\n').length)),
      },
      {
        header: 'Read from',
        cell: ({ section }) => section?.form ?? '',
        paint: dim,
      },
    ],
    stream,
  );
}

function metadataLines(metadata: MetadataView | null, stream: OutputStream): string {
  if (metadata === null) return '';
  const counts = [
    [metadata.keyRisks.length, 'risk', 'risks'],
    [metadata.keyFiles.length, 'key file', 'key files'],
    [metadata.implementationOrder.length, 'step', 'steps'],
    [metadata.successCriteria.length, 'success criterion', 'success criteria'],
  ] as const;
  const entries: (KeyValue | null)[] = [
    entry('Feature', metadata.feature),
    entry('Complexity', metadata.complexity),
    entry('Estimate', metadata.timeEstimate?.text),
    entry(
      'Notes',
      counts
        .filter(([count]) => count > 0)
        .map(([count, one, several]) => `${count} ${count === 1 ? one : several}`)
        .join(', '),
    ),
  ];
  return renderKeyValues(
    entries.filter((item) => item !== null),
    stream,
  );
}

function entry(label: string, value: string | null | undefined): KeyValue | null {
  return value ? { label, value } : null;
}

function remarks({ sections, report }: PlanningView, stream: OutputStream): string {
  const { yellow, dim } = styleFor(stream);
  const inferred = planningSections.flatMap(({ key, name }) => {
    const reason = sections[key]?.reason ?? null;
    return reason === null ? [] : [dim(`${name} is inferred: ${reason}.`)];
  });
  const lines = [
    ...inferred,
    ...report.duplicates.map(({ key }) => `${nameOf(key)} is there more than once; the first was taken.`),
    ...report.truncated.map((key) => yellow(`${nameOf(key)} seems to be cut off before its end.`)),
    ...leftOverRemark({ sections, report }).map(dim),
  ];
  return lines.map((line) => `${stream.isTerminal ? wrap(line, stream.columns) : line}\n`).join('');
}

function nameOf(key: PlanningView['missing'][number]): string {
  return planningSections.find((section) => section.key === key)?.name ?? key;
}

/** Talk around the sections; the signs between the members of a JSON object are none. */
function leftOverRemark({ sections, report }: Pick<PlanningView, 'sections' | 'report'>): string[] {
  const pieces = report.leftOver.filter(({ kind }) => kind !== 'blank' && kind !== 'fence').length;
  const fromJson = Object.values(sections).some((section) => section?.form === 'json');
  if (pieces === 0 || fromJson) return [];
  return [`${pieces} ${pieces === 1 ? 'piece' : 'pieces'} of text around the sections stayed out of them.`];
}
