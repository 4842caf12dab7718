import { groupThousands } from '../../base/text/group-thousands.js';

/** @example answers(1) === '1 answer' */
export function answers(count: number): string {
  return `${groupThousands(count)} ${count === 1 ? 'answer' : 'answers'}`;
}
