import { lossInWords } from '../../operations/db/errors.js';
import type { DbMigrateOutput } from '../../operations/db/outputs.js';
import { sentence } from '../render/next-line.js';
import type { OutputStream } from '../streams.js';

export function renderSchemaChange(
  { from, to, applied, backup, losses }: DbMigrateOutput,
  stream: OutputStream,
): string {
  if (from === to) return sentence(`The schema is at ${to} already; nothing was done.`, stream);
  const verb = to > from ? 'Applied' : 'Taken back';
  const change = sentence(`The schema went from ${from} to ${to}. ${verb}: ${applied.join(', ')}.`, stream);
  const lost = losses.length === 0 ? '' : sentence(`Gone from the store: ${listed(losses)}.`, stream);
  const kept = backup === null ? '' : sentence(`The store as it was is in ${backup}`, stream);
  return `${change}${lost}${kept}`;
}

function listed(losses: DbMigrateOutput['losses']): string {
  return losses.map(lossInWords).join(', ');
}
