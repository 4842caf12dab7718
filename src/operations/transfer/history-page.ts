import { formatMinute } from '../../base/text/format-minute.js';
import { markdownSections, markdownTable } from '../../base/text/markdown.js';
import type { SessionDocument } from './outputs.js';
import type { SessionPage } from './session-page.js';

/** The page of what happened: the request's revisions, the moves, the prompts and answers. */
export function historyPage(document: SessionDocument): SessionPage {
  const text = `# History

${markdownSections([
  ['Moves', moves(document)],
  ['Prompts and answers', attempts(document)],
  ['Revisions of the request', revisions(document)],
])}`;
  return { name: 'history.md', title: 'History', text };
}

function moves({ events }: SessionDocument): string {
  const rows = events.map(({ number, at, actor, kind, step, undoes, status }) => [
    String(number),
    formatMinute(at),
    actor,
    undoes === null ? kind : `${kind} ${undoes}`,
    step ?? '',
    status,
  ]);
  return markdownTable(['#', 'When', 'Who', 'What', 'Step', 'Status then'], rows);
}

function attempts(document: SessionDocument): string {
  const rows = document.attempts.map(({ step, part, number, outcome, size, problem, startedAt }) => [
    part === null ? step : `${step}, part ${part}`,
    String(number),
    outcome,
    formatMinute(startedAt),
    `${size} bytes`,
    problem?.message ?? '',
  ]);
  return markdownTable(['Step', 'Attempt', 'Outcome', 'When', 'Size', 'Problem'], rows);
}

/** Nothing for a request that never changed. */
function revisions({ requests }: SessionDocument): string {
  return requests
    .flatMap(({ number, at, actor, difference }) =>
      difference === null ? [] : [`### ${number}, ${formatMinute(at)} by ${actor}\n\n${block(difference)}`],
    )
    .join('\n\n');
}

/** Indented, since a request may hold fences. */
function block(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, '    ');
}
