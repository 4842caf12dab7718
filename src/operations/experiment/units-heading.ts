import type { ExperimentUnit } from '../../engine/experiment/experiment.js';

const headings: Readonly<Record<ExperimentUnit, string>> = {
  row: 'Rows',
  session: 'Sessions',
  user: 'Users',
};

/** What stands over a column of how many were measured. */
export function unitsHeading({ unit }: { readonly unit: ExperimentUnit }): string {
  return headings[unit];
}
