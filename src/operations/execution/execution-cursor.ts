import type { ExecutionId } from '../../base/ids.js';
import type { ExecutionSummary } from '../../engine/execution/execution.js';
import { InvalidInputError } from '../operation.js';

/** The last execution of a page: the next page begins behind it, whatever was added or removed meanwhile. */
type PageEnd = Pick<ExecutionSummary, 'id' | 'at'>;

const CURSOR = /^(\d{1,15})-(x[0-9a-hjkmnp-tv-z]{12})$/;

/** @example cursorAfter({ at: new Date(1000), id }) === '1000-x7k2m9p4q1r8s' */
export function cursorAfter({ at, id }: PageEnd): string {
  return `${at.getTime()}-${id}`;
}

/** @throws InvalidInputError when the text is no cursor of ours */
export function readCursor(text: string): PageEnd {
  const [, milliseconds, id] = CURSOR.exec(text) ?? [];
  if (milliseconds === undefined || id === undefined) {
    throw new InvalidInputError(`"${text}" is no cursor.`, {
      hint: 'Take the cursor that the page before ended with, or leave it out for the first page.',
    });
  }
  return { at: new Date(Number(milliseconds)), id: id as ExecutionId };
}
