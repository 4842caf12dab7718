import type { AttemptId } from '../../base/ids.js';
import type { AnswerResult } from '../../engine/session/attempt.js';
import { straySections } from '../../engine/session/stray-sections.js';
import type { NamedRow } from '../row-measures.js';

/** Whether what was read from an answer stands in it. */
export function resultFaults({ id, answer, result }: NamedRow): readonly string[] {
  if (typeof result !== 'string' || !(answer instanceof Uint8Array)) return [];
  try {
    const read: AnswerResult = JSON.parse(result);
    return straySections(read, String(id) as AttemptId, answer).map(
      (section) => `The section ${section} does not stand in the answer that it was read from`,
    );
  } catch {
    return ['What was read from an answer cannot be read'];
  }
}
