import type { AttemptId } from '../../base/ids.js';

/** One piece of a large feature, with a prompt and a report of its own. Parts are numbered from 1. */
export interface Part {
  readonly title: string;
  readonly prompt: AttemptId | null;
  readonly report: AttemptId | null;
}

export type PartProgress = 'open' | 'issued' | 'done';

export function progressOf({ prompt, report }: Part): PartProgress {
  if (report !== null) return 'done';
  return prompt === null ? 'open' : 'issued';
}

/** The number of the part that is being worked on; null between parts. */
export function presentPart(parts: readonly Part[]): number | null {
  const at = parts.findIndex((part) => progressOf(part) === 'issued');
  return at < 0 ? null : at + 1;
}

/** The number of the first part whose prompt was not given yet; null when all were. */
export function nextPart(parts: readonly Part[]): number | null {
  const at = parts.findIndex((part) => progressOf(part) === 'open');
  return at < 0 ? null : at + 1;
}

/** @example countDone(parts) === 3 // of parts.length */
export function countDone(parts: readonly Part[]): number {
  return parts.filter((part) => progressOf(part) === 'done').length;
}
