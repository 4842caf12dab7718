import type { AttemptId } from '../../../base/ids.js';
import type { Evidence } from '../../../engine/session/evidence.js';
import type { Deps } from '../../deps.js';
import type { EvidenceView } from '../view-shapes.js';

/** What was found in the codebase when an attempt's answer was taken; null when nobody looked. */
export async function evidenceOf(
  { store }: Pick<Deps, 'store'>,
  attempt: AttemptId,
): Promise<EvidenceView | null> {
  const result = await store.journal.result(attempt);
  const evidence = result?.kind === 'implementation' ? result.evidence : undefined;
  return evidence === undefined ? null : evidenceView(evidence);
}

export function evidenceView({ folder, branch, base, files, verification }: Evidence): EvidenceView {
  return {
    folder,
    branch,
    base,
    files: files === null ? null : files.map((file) => ({ ...file })),
    verification: verification && { ...verification, command: [...verification.command] },
  };
}
