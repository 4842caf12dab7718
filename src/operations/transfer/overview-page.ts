import { markdownList, markdownSections, markdownTable } from '../../base/text/markdown.js';
import { changedFileLine } from '../session/views/changed-file-line.js';
import type { SessionDocument } from './outputs.js';
import type { SessionPage } from './session-page.js';

/** The page that leads to the others: what the session is, where it stands, and what came of it. */
export function overviewPage(document: SessionDocument, pages: readonly SessionPage[]): SessionPage {
  const { session, summary, steps, parts } = document;
  const text = `# ${session.title}

${facts(document)}

${markdownSections([
  ['Texts', markdownList(pages.map(({ name, title }) => `[${title}](${name})`))],
  [
    'Steps',
    markdownTable(
      ['Step', 'State', 'When'],
      steps.map(({ step, state, at }) => [step, state, day(at)]),
    ),
  ],
  ['Parts', parts.map(({ number, title, state }) => `${number}. ${title}: ${state}`).join('\n')],
  ['Changed files', markdownList((summary?.files ?? []).map(changedFileLine))],
  ['Tests', markdownList(summary?.tests ?? [])],
])}`;
  return { name: 'README.md', title: session.title, text };
}

function facts({ session }: SessionDocument): string {
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    ['Session', session.id],
    ['Project', session.project?.name],
    ['Type', session.featureType],
    ['Status', session.status],
    ['Complexity', session.complexity],
    ['Estimate', session.timeEstimate],
    ['Begun', `${day(session.createdAt)} by ${session.createdBy}`],
    ['Completed', session.completedAt && day(session.completedAt)],
  ];
  return markdownList(rows.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])));
}

function day(time: Date | null): string {
  return time === null ? '' : time.toISOString().slice(0, 10);
}
