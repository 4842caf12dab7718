import { groupThousands } from '../../base/text/group-thousands.js';

/** @example rowsText(1204) === '1,204 rows' */
export function rowsText(count: number): string {
  return `${groupThousands(count)} ${count === 1 ? 'row' : 'rows'}`;
}
