import type { DbMigrateOutput } from '../../operations/db/outputs.js';
import { sentence } from '../render/next-line.js';
import type { OutputStream } from '../streams.js';

export function renderSchemaChange(
  { from, to, applied, backup }: DbMigrateOutput,
  stream: OutputStream,
): string {
  if (from === to) return sentence(`The schema is at ${to} already; nothing was done.`, stream);
  const verb = to > from ? 'Applied' : 'Taken back';
  const change = sentence(`The schema went from ${from} to ${to}. ${verb}: ${applied.join(', ')}.`, stream);
  return backup === null ? change : `${change}${sentence(`The store as it was is in ${backup}`, stream)}`;
}
