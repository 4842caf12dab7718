import type { SummaryView } from '../view-shapes.js';

/** @example changedFileLine({ path: 'src/a.ts', change: 'created', purpose: 'the door' }) === '`src/a.ts` (created): the door' */
export function changedFileLine({ path, change, purpose }: SummaryView['files'][number]): string {
  return `\`${path}\`${change === null ? '' : ` (${change})`}${purpose === null ? '' : `: ${purpose}`}`;
}
