import { whenLate } from './when-late.js';

/**
 * What a piece of work comes to, when it does so within a time. The work itself goes on.
 *
 * @returns undefined when it has not by then
 * @throws what the work throws within that time
 */
export function inTime<Result>(work: Promise<Result>, milliseconds: number): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    const timer = whenLate(() => resolve(undefined), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
