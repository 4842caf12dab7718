import type { PromptLabelsOutput } from '../../operations/prompt/read-outputs.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';

/** Where the labels of a prompt point. */
export function labelTable({ labels }: PromptLabelsOutput, now: Date, stream: OutputStream): string {
  const { dim } = styleFor(stream);
  return renderTable(
    labels,
    [
      { header: 'Label', cell: ({ label }) => label },
      { header: 'Version', align: 'right', cell: ({ version }) => String(version) },
      { header: 'Since', cell: ({ at }) => relativeTime(at, now), paint: dim },
      { header: 'Who', cell: ({ actor }) => actor, flexible: true, minWidth: 6, paint: dim },
    ],
    stream,
  );
}

/** Every move of the labels of a prompt, the newest first. */
export function labelMoveTable({ moves }: PromptLabelsOutput, now: Date, stream: OutputStream): string {
  const { dim, yellow } = styleFor(stream);
  return renderTable(
    moves,
    [
      { header: 'Label', cell: ({ label }) => label },
      { header: 'From', align: 'right', cell: ({ from }) => (from === null ? 'new' : String(from)) },
      { header: 'To', align: 'right', cell: ({ to }) => (to === null ? 'gone' : String(to)) },
      { header: 'When', cell: ({ at }) => relativeTime(at, now), paint: dim },
      { header: 'Who', cell: ({ actor }) => actor, flexible: true, minWidth: 6, paint: dim },
      { header: '', cell: ({ forced }) => (forced ? 'forced' : ''), paint: yellow },
      { header: 'Note', cell: ({ note }) => note ?? '', flexible: true, minWidth: 12 },
    ],
    stream,
  );
}
