import { formatDollars } from '../../base/text/format-dollars.js';
import { formatDuration } from '../../base/text/format-duration.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { SessionPhaseView } from '../../operations/session/view-shapes.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';

/** The phases of a session: how long, by whom, with what effort, and how good. */
export function phaseTable(phases: readonly SessionPhaseView[], stream: OutputStream): string {
  const { dim, yellow } = styleFor(stream);
  return renderTable(
    phases,
    [
      { header: 'Phase', cell: ({ phase }) => phase },
      { header: 'Took', align: 'right', cell: tookOf },
      { header: 'Answers', align: 'right', cell: ({ answers }) => String(answers) },
      { header: 'By', cell: byOf, flexible: true, minWidth: 12, paint: dim },
      { header: 'Tokens in', align: 'right', cell: ({ inputTokens }) => counted(inputTokens) },
      { header: 'out', align: 'right', cell: ({ outputTokens }) => counted(outputTokens) },
      { header: 'Cost', align: 'right', cell: ({ cost }) => (cost === null ? '' : formatDollars(cost)) },
      { header: 'Rating', cell: ({ rating }) => '★'.repeat(rating ?? 0), paint: yellow },
    ],
    stream,
  );
}

function tookOf({ startedAt, finishedAt }: SessionPhaseView): string {
  return finishedAt === null ? 'open' : formatDuration(finishedAt.getTime() - startedAt.getTime());
}

/** The model or agent; else how somebody handed in the answer. */
function byOf({ model, input }: SessionPhaseView): string {
  return forTerminalLine(model ?? (input === null ? '' : `by hand (${input})`));
}

function counted(tokens: number | null): string {
  return tokens === null ? '' : groupThousands(tokens);
}
