import type { DbMigrateOutput } from '../../operations/db/outputs.js';

export function renderSchemaChange({ from, to, applied, backup }: DbMigrateOutput): string {
  if (from === to) return `The schema is at ${to} already; nothing was done.\n`;
  const copy = backup === null ? '' : `The store as it was is in ${backup}\n`;
  const verb = to > from ? 'Applied' : 'Taken back';
  return `The schema went from ${from} to ${to}. ${verb}: ${applied.join(', ')}.\n${copy}`;
}
