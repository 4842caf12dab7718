import { groupThousands } from '../../base/text/group-thousands.js';
import type { DbImportOutput } from '../../operations/db/outputs.js';
import { sentence } from '../render/next-line.js';
import type { OutputStream } from '../streams.js';

/** What came into a store, and where what was there before is. */
export function renderIntake(
  verb: 'imported' | 'restored',
  { location, file, rows, kept }: DbImportOutput,
  stream: OutputStream,
): string {
  const counted = `${groupThousands(rows)} row${rows === 1 ? '' : 's'}`;
  const done = sentence(`${file} is ${verb} into ${location} (${counted}).`, stream);
  return kept === null ? done : `${done}${sentence(`What was there before is in ${kept}`, stream)}`;
}
