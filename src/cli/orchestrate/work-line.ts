import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { WorkView } from '../../operations/session/view-shapes.js';
import { styleFor } from '../render/style.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';

/**
 * Who else works on a session: nothing where it is oneself alone.
 *
 * @example 'Of ann; bob moved it 2 minutes ago.'
 */
export function renderWork(
  { owner, last, run }: WorkView,
  actor: string,
  now: Date,
  stream: OutputStream,
): string {
  const others = [
    ...(owner === actor ? [] : [`It is ${owner}'s.`]),
    ...(last === null || last.actor === actor
      ? []
      : [`${last.actor} moved it ${relativeTime(last.at, now)}.`]),
    ...(run === null || run.actor === actor ? [] : [`${run.actor} has a run at work on it, on ${run.host}.`]),
  ];
  if (others.length === 0) return '';
  return `${styleFor(stream).yellow(forTerminalLine(others.join(' ')))}\n`;
}
