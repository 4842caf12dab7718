import type { ProjectView } from '../../operations/project/outputs.js';
import { renderKeyValues } from '../render/key-values.js';
import { styleFor } from '../render/style.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';

/** A project's facts and how it goes on. */
export function renderProject(project: ProjectView, next: string, now: Date, stream: OutputStream): string {
  const { bold, dim } = styleFor(stream);
  const entries = [
    ['Project', `${project.name}${project.archivedAt === null ? '' : ' (archived)'}`],
    ['Id', project.id],
    ['Root', project.root ?? 'none'],
    ['Description', project.description],
    ['Created', relativeTime(project.createdAt, now)],
  ] as const;
  const facts = renderKeyValues(
    entries.flatMap(([label, value]) => (value === null ? [] : [{ label, value }])),
    stream,
  );
  return `${facts}${dim('Next:')} ${bold(next)}\n`;
}
