import { groupThousands } from '../../base/text/group-thousands.js';
import type { MetadataView, PlanningView, SecretView } from '../../operations/session/outputs.js';
import { planningSections } from '../../operations/session/vocabulary.js';
import { type KeyValue, renderKeyValues } from '../render/key-values.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { wrap } from '../render/wrap.js';
import type { OutputStream } from '../streams.js';

/** What was found in a planning answer: its sections, what the notes say, and what deserves a look. */
export function renderFindings(
  planning: PlanningView,
  secrets: readonly SecretView[],
  stream: OutputStream,
): string {
  const parts = [
    sectionTable(planning, stream),
    metadataLines(planning.metadata, stream),
    remarks(planning, secrets, stream),
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
        flexible: true,
        minWidth: 12,
        cell: ({ section }) =>
          section === null ? '' : [section.form, section.reason].filter(Boolean).join(': '),
        paint: dim,
      },
    ],
    stream,
  );
}

function metadataLines(metadata: MetadataView | null, stream: OutputStream): string {
  if (metadata === null) return '';
  const counts = [
    [metadata.keyRisks.length, 'risks'],
    [metadata.keyFiles.length, 'key files'],
    [metadata.implementationOrder.length, 'steps'],
    [metadata.successCriteria.length, 'success criteria'],
  ] as const;
  const entries: (KeyValue | null)[] = [
    entry('Feature', metadata.feature),
    entry('Complexity', metadata.complexity),
    entry('Estimate', metadata.timeEstimate?.text),
    entry(
      'Notes',
      counts
        .filter(([count]) => count > 0)
        .map(([count, what]) => `${count} ${what}`)
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

function remarks({ report }: PlanningView, secrets: readonly SecretView[], stream: OutputStream): string {
  const { yellow, dim } = styleFor(stream);
  const width = stream.isTerminal ? stream.columns : Number.POSITIVE_INFINITY;
  const lines = [
    ...secrets.map(({ kind }) =>
      yellow(`The answer seems to hold a credential (${kind}); it is redacted in all that is shown.`),
    ),
    ...report.duplicates.map(({ key }) => `"${key}" is there more than once; the first was taken.`),
    ...report.truncated.map((key) => yellow(`"${key}" seems to be cut off before its end.`)),
  ];
  const leftOver = report.leftOver.filter(({ kind }) => kind !== 'blank' && kind !== 'fence').length;
  if (leftOver > 0)
    lines.push(
      dim(
        `${leftOver} ${leftOver === 1 ? 'piece' : 'pieces'} of text around the sections stayed out of them.`,
      ),
    );
  return lines.map((line) => `${Number.isFinite(width) ? wrap(line, width) : line}\n`).join('');
}
